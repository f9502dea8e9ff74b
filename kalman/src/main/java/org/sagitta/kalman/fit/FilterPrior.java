package org.sagitta.kalman.fit;

/**
 * What the filter knows before the first hit: next to nothing. The standard deviations are about a thousand times the
 * errors that a fit to all hits has at the outermost plane, so that the information in them is below 1e-6 of the whole.
 * Much wider would drown the hits in rounding: after the first hits the entries of the covariance are as large as sixteen
 * decimals allow. All grow with |q/p|, because scattering makes everything that much worse known.
 */
public final class FilterPrior {
    private static final double U = 60;
    private static final double V = 600;
    private static final double ANGLE = 0.6;
    private static final double Q_OVER_P = 0.6;

    /** Growth with |q/p| [GeV]. */
    private static final double GROWTH = 60;

    private FilterPrior() {}

    /** [mm^2] for a track of this q/p [1/GeV]. */
    public static double varianceOfU(double qOverP) {
        return variance(U, qOverP);
    }

    /** [mm^2]. */
    public static double varianceOfV(double qOverP) {
        return variance(V, qOverP);
    }

    /** Of phi and theta [rad^2]. */
    public static double varianceOfAngles(double qOverP) {
        return variance(ANGLE, qOverP);
    }

    /** [1/GeV^2]. */
    public static double varianceOfQOverP(double qOverP) {
        return variance(Q_OVER_P, qOverP);
    }

    private static double variance(double sigma, double qOverP) {
        double scaled = sigma * (1 + GROWTH * Math.abs(qOverP));
        return scaled * scaled;
    }
}
