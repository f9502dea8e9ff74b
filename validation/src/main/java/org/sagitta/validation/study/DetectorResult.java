package org.sagitta.validation.study;

import java.util.List;

/**
 * The simulated detector beside what is published.
 *
 * @param muons simulated
 * @param fitted of them
 */
public record DetectorResult(
        long muons, long fitted, List<DetectorComparison> comparisons, List<DetectorRequirement> requirements) {
    public DetectorResult {
        comparisons = List.copyOf(comparisons);
        requirements = List.copyOf(requirements);
    }

    /** The comparisons of one quantity. */
    public List<DetectorComparison> of(String quantity) {
        return comparisons.stream()
                .filter(c -> c.published().quantity().equals(quantity))
                .toList();
    }

    public boolean allMet() {
        return requirements.stream().allMatch(DetectorRequirement::isMet);
    }
}
