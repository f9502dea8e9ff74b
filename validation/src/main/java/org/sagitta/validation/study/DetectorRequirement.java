package org.sagitta.validation.study;

/**
 * What a simulated CMS tracker must show.
 *
 * @param name what is asked
 * @param low smallest value that passes
 * @param high largest
 * @param ours what was found, with its statistical error
 */
public record DetectorRequirement(String name, String unit, double low, double high, double ours, double error) {
    /** Within the limits; the error gives no room. */
    public boolean isMet() {
        return ours >= low && ours <= high;
    }
}
