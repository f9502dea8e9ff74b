package org.sagitta.validation.study;

import java.util.List;

/**
 * What one weak mode does to exact muons.
 *
 * @param mode its name
 * @param amplitude that was simulated, in units of the default
 * @param epsilon the same in the unit of the mode
 * @param unit of epsilon, empty for a pure number
 * @param edgeUm largest displacement of a sensor [um]
 * @param term the largest part of the closed form of the curvature: "A" (charge-even), "M" (charge-odd) or "none"
 * @param shape its dependence on eta and phi, in words
 * @param predicted its size: dimensionless for A, 1/GeV for M, 0 for none
 * @param found response of barrel muons projected on the whole closed form, in units of it; NaN where none is predicted
 * @param legs by eta
 * @param masses by resonance
 * @param chi2 mean growth of the track chi2
 * @param ndof mean degrees of freedom
 */
public record WeakModeResponse(
        String mode,
        double amplitude,
        double epsilon,
        String unit,
        double edgeUm,
        String term,
        String shape,
        double predicted,
        double found,
        List<WeakModeLegs> legs,
        List<WeakModeMasses> masses,
        double chi2,
        double ndof) {
    /** Pulls of five standard deviations. */
    private static final double SEEN = 5;

    public WeakModeResponse {
        legs = List.copyOf(legs);
        masses = List.copyOf(masses);
    }

    /**
     * How many tracks make the mode show in the mean of their chi2 at five standard deviations, if it is known what that is without it:
     * chi2 has the variance 2 ndof.
     */
    public double tracksToSee() {
        return chi2 > 0 ? SEEN * SEEN * 2 * ndof / (chi2 * chi2) : Double.POSITIVE_INFINITY;
    }
}
