package org.sagitta.validation.study;

import java.util.List;
import java.util.Map;

/**
 * Pulls at the beam line and the distribution of the chi2 probability.
 *
 * @param chi2Probability entries in equal bins of the probability from 0 to 1
 * @param flatnessChi2 chi2 of those bins against a flat distribution, with one degree of freedom less than bins
 * @param failures fits that gave no track, by reason
 */
public record PullResult(
        long tracks,
        List<PullStatistic> pulls,
        List<Long> chi2Probability,
        double flatnessChi2,
        Map<String, Long> failures) {
    public PullResult {
        pulls = List.copyOf(pulls);
        chi2Probability = List.copyOf(chi2Probability);
    }
}
