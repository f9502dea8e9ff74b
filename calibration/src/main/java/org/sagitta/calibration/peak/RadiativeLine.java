package org.sagitta.calibration.peak;

/**
 * Line shape of a narrow resonance of mass m0 in measured mass: radiation convolved with the track resolution, in
 * closed form.
 *
 * <p>The true mass is m0 sqrt(1 - x) with P(x' &lt; x) = x^beta ({@link FinalStateRadiation}). The track fit measures
 * curvatures with Gaussian errors, and m^2 is proportional to 1/(k1 k2); so the resolution function is Gaussian in
 * 1/m^2, not in m: m_true^2 / m^2 = 1 + 2 sigma g with g standard normal and sigma the relative mass resolution. (Up to
 * second order this is what independent Gaussian errors of k1 and k2 give in the mean of ln m, whatever their ratio; a
 * Gaussian in m would shift the scale by 1.5 sigma^2.) With r = (m0/m)^2, rho = 2 sigma / r, z = (r - 1)/(2 sigma):
 *
 * <pre>
 * density in r:            s(r) = rho^beta / (2 sigma) [I(z) - rho J(z)]
 * probability below r:     C(r) = rho^beta J(z) / beta
 * </pre>
 *
 * with I and J of {@link RadiativeKernel}. Neglected: losses x above 1, of order exp(-1/(8 sigma^2)). Immutable.
 */
final class RadiativeLine {
    /** Places of the value and its logarithmic derivatives in the array that {@link #evaluate} fills. */
    static final int VALUE = 0;

    static final int D_LN_MASS = 1;
    static final int D_LN_SIGMA = 2;

    /** Probabilities beyond this many standard deviations above the peak, below 1e-17, are not worth a power. */
    private static final double NEGLIGIBLE = -8.5;

    private final RadiativeKernel kernel;
    private final MassWindow window;
    // (mass^2)^beta at both ends of the window, and the ratio of the two widths to the same power
    private final double lowPower;
    private final double highPower;
    private final double tailPower;

    RadiativeLine(double nominalMass, MassWindow window) {
        this.kernel = new RadiativeKernel(FinalStateRadiation.exponent(nominalMass));
        this.window = window;
        this.lowPower = massPower(window.low());
        this.highPower = massPower(window.high());
        this.tailPower = Math.pow(ResolutionShape.TAIL_WIDTH_RATIO, kernel.beta());
    }

    private double massPower(double mass) {
        return Math.pow(mass * mass, kernel.beta());
    }

    /** rho^beta is this times {@link #massPower}. */
    private double scalePower(double m0, double sigma) {
        return Math.pow(2 * sigma / (m0 * m0), kernel.beta());
    }

    /**
     * Density in m, normalised in the window, with derivatives.
     *
     * @param mass measured mass [GeV], inside the window
     * @param m0 peak position without radiation [GeV]
     * @param sigma relative mass resolution, positive
     * @param out receives the density [1/GeV] and its derivatives with respect to ln m0 and ln sigma [1/GeV]
     */
    void evaluate(double mass, double m0, double sigma, double[] out) {
        evaluate(mass, m0, sigma, scalePower(m0, sigma), massPower(mass), out);
    }

    /**
     * The same for a resolution and for one {@value ResolutionShape#TAIL_WIDTH_RATIO} times as wide. Powers cost most of
     * the time of a fit, and the two have theirs in common.
     */
    void evaluateBoth(double mass, double m0, double sigma, double[] narrow, double[] broad) {
        double scalePower = scalePower(m0, sigma);
        double massPower = massPower(mass);
        evaluate(mass, m0, sigma, scalePower, massPower, narrow);
        double wide = ResolutionShape.TAIL_WIDTH_RATIO * sigma;
        evaluate(mass, m0, wide, scalePower * tailPower, massPower, broad);
    }

    private void evaluate(double mass, double m0, double sigma, double scalePower, double massPower, double[] out) {
        double b = kernel.beta();
        double r = m0 * m0 / (mass * mass);
        double rho = 2 * sigma / r;
        double z = (r - 1) / (2 * sigma);
        double i = kernel.i(z);
        double j = kernel.j(z);
        double shape = i - rho * j;
        double scale = 2 / mass * scalePower * massPower / rho;
        double dShapeDz = j - z * i - rho * b * i;
        double dzDlnM = r / sigma;
        double density = scale * shape;
        double dLnM = scale * (-2 * (b - 1) * shape + dShapeDz * dzDlnM + 2 * rho * j);
        double dLnSigma = scale * ((b - 1) * shape - dShapeDz * z - rho * j);
        above(window.low(), m0, sigma, scalePower * lowPower, out);
        double norm = out[VALUE];
        double normDLnM = out[D_LN_MASS];
        double normDLnSigma = out[D_LN_SIGMA];
        above(window.high(), m0, sigma, scalePower * highPower, out);
        norm -= out[VALUE];
        normDLnM -= out[D_LN_MASS];
        normDLnSigma -= out[D_LN_SIGMA];
        double value = density / norm;
        out[VALUE] = value;
        out[D_LN_MASS] = (dLnM - value * normDLnM) / norm;
        out[D_LN_SIGMA] = (dLnSigma - value * normDLnSigma) / norm;
    }

    /**
     * Probability of a mass above {@code mass} without a window, with derivatives as in {@link #evaluate}.
     *
     * @param power rho^beta at that mass
     */
    private void above(double mass, double m0, double sigma, double power, double[] out) {
        double r = m0 * m0 / (mass * mass);
        double z = (r - 1) / (2 * sigma);
        if (z < NEGLIGIBLE) {
            out[VALUE] = 0;
            out[D_LN_MASS] = 0;
            out[D_LN_SIGMA] = 0;
            return;
        }
        double i = kernel.i(z);
        double j = kernel.j(z);
        out[VALUE] = power * j / kernel.beta();
        out[D_LN_MASS] = power * (-2 * j + i * r / sigma);
        out[D_LN_SIGMA] = power * (j - i * z);
    }

    /** Probability of a mass between two values inside the window, for peak position and resolution as above. */
    double probability(double from, double to, double m0, double sigma) {
        double[] out = new double[3];
        double scalePower = scalePower(m0, sigma);
        above(from, m0, sigma, scalePower * massPower(from), out);
        double inside = out[VALUE];
        above(to, m0, sigma, scalePower * massPower(to), out);
        inside -= out[VALUE];
        above(window.low(), m0, sigma, scalePower * lowPower, out);
        double all = out[VALUE];
        above(window.high(), m0, sigma, scalePower * highPower, out);
        return inside / (all - out[VALUE]);
    }
}
