package org.sagitta.calibration.likelihood;

/**
 * Density of a pair, peak and background together,
 *
 * <pre>   p(w) = F S(w - shift | sigma) + (1 - F) B(w),   B ~ exp(kappa t),   t from -1 to 1 across the window</pre>
 *
 * <p>and its logarithmic derivatives. F enters as its logit. Working memory of one thread at one pair of values (logit F,
 * kappa).
 */
public final class PeakMixture {
    private static final double SMALL_KAPPA = 1e-4;

    private final PeakShape shape;
    private final MassRange range;
    private final double fraction;
    private final double kappa;
    private final double backgroundNorm;
    private final double meanPosition;
    private final double[] peak = new double[3];
    private double density;
    private double dLogScale;
    private double dLogSigma;
    private double dLogit;
    private double dKappa;

    /** The density of a shape in a window, with logit F and kappa. */
    public PeakMixture(PeakShape shape, MassRange range, double logit, double kappa) {
        this.shape = shape;
        this.range = range;
        this.fraction = 1 / (1 + Math.exp(-logit));
        this.kappa = kappa;
        boolean flat = Math.abs(kappa) < SMALL_KAPPA;
        this.backgroundNorm = (flat ? 0.5 : kappa / (2 * Math.sinh(kappa))) * 2 / range.width();
        this.meanPosition = flat ? kappa / 3 : 1 / Math.tanh(kappa) - 1 / kappa;
    }

    /**
     * Computes density and derivatives.
     *
     * @param w ln(m / m_ref) as measured, inside the window
     * @param scale added to w and to the edges of the window to reach the scale in which the shape is at its place
     * @param sigma relative mass resolution
     */
    public void evaluate(double w, double scale, double sigma) {
        shape.evaluate(w + scale, range.low() + scale, range.high() + scale, sigma, peak);
        double t = range.position(w);
        double background = backgroundNorm * Math.exp(kappa * t);
        density = fraction * peak[0] + (1 - fraction) * background;
        dLogScale = fraction * peak[1] / density;
        dLogSigma = fraction * peak[2] / density;
        dLogit = fraction * (1 - fraction) * (peak[0] - background) / density;
        dKappa = (1 - fraction) * background * (t - meanPosition) / density;
    }

    /** p(w). */
    public double density() {
        return density;
    }

    /** d ln p / d scale. */
    public double dScale() {
        return dLogScale;
    }

    /** d ln p / d ln sigma. */
    public double dLogSigma() {
        return dLogSigma;
    }

    /** d ln p / d logit F. */
    public double dLogit() {
        return dLogit;
    }

    /** d ln p / d kappa. */
    public double dKappa() {
        return dKappa;
    }
}
