package org.sagitta.validation.study;

/**
 * The largest relative mass biases that pass.
 *
 * @param inclusive of a whole sample
 * @param inEta of the part in one bin of eta
 * @param inPhi of the part in one bin of phi
 */
public record BiasLimits(double inclusive, double inEta, double inPhi) {

    /** The same limit for all. */
    public static BiasLimits all(double limit) {
        return new BiasLimits(limit, limit, limit);
    }
}
