package org.sagitta.validation.study;

/**
 * Half width of the central 68 % of a set of residuals, and its statistical error.
 *
 * @param error for a Gaussian core, {@value #ERROR_FACTOR} value / sqrt(n)
 * @param entries number n of residuals
 */
public record Resolution(double value, double error, long entries) {
    /**
     * Of half the distance between the quantiles q and 1 - q of a unit Gaussian, q = 0.1587: sqrt(q (1 - 2 q) / 2) / density,
     * with the density 0.2420 at one standard deviation (asymptotic variance of two order statistics).
     */
    private static final double ERROR_FACTOR = 0.96;

    static Resolution of(double[] residuals) {
        double halfWidth = Spread.of(residuals).halfWidth();
        return new Resolution(halfWidth, ERROR_FACTOR * halfWidth / Math.sqrt(residuals.length), residuals.length);
    }
}
