package org.sagitta.calibration.peak;

/**
 * The two functions of one variable in which the radiative line shape can be written,
 *
 * <pre>
 * I(z) = integral over w from 0 to infinity of beta w^(beta-1) phi(z - w),
 * J(z) = integral over w from 0 to infinity of beta w^beta     phi(z - w),
 * </pre>
 *
 * with phi the standard normal density. Up to factors they are parabolic cylinder functions,
 * I(z) = beta Gamma(beta) exp(-z^2/4) D_{-beta}(-z) / sqrt(2 pi) (Gradshteyn and Ryzhik 3.462.1). They obey
 *
 * <pre>
 * I'(z) = J(z) - z I(z),      J'(z) = beta I(z).
 * </pre>
 *
 * Between {@value #Z_MIN} and {@value #Z_MAX} they are tabulated by quadrature and interpolated by quintic Hermite
 * polynomials, whose derivatives come from the two equations; above by the asymptotic series; below they are taken as
 * zero (the neglected values are below 1e-31). Relative accuracy 2e-9 for z above -8. Immutable.
 */
final class RadiativeKernel {
    static final double Z_MIN = -12;
    static final double Z_MAX = 12;
    private static final double STEP = 0.025;
    private static final int CELLS = (int) Math.round((Z_MAX - Z_MIN) / STEP);
    private static final double INV_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

    /**
     * Trapezoid in ln w. The step is 0.6 of the narrowest width of the integrand, 1/12, which costs exp(-54); below the
     * lower end lies 1e-12 of the integral, above the upper end a Gaussian beyond 12 standard deviations.
     */
    private static final double LOG_STEP = 0.05;

    private static final double LOG_MIN = -28;
    private static final double LOG_MAX = Math.log(Z_MAX + 12);

    private final double beta;
    private final double[] tableI = new double[CELLS + 1];
    private final double[] tableJ = new double[CELLS + 1];

    RadiativeKernel(double beta) {
        if (!(beta > 0 && beta < 0.5)) {
            throw new IllegalArgumentException("radiation exponent must be in (0, 0.5), got " + beta);
        }
        this.beta = beta;
        for (int c = 0; c <= CELLS; c++) {
            tabulate(c, Z_MIN + c * STEP);
        }
    }

    double beta() {
        return beta;
    }

    /**
     * I by parts, integral of w^beta (w - z) phi(z - w), so that the integrand has no pole at w = 0; then w = exp(t),
     * for which the trapezoidal rule converges exponentially.
     */
    private void tabulate(int cell, double z) {
        double sumI = 0;
        double sumJ = 0;
        int n = (int) Math.ceil((LOG_MAX - LOG_MIN) / LOG_STEP);
        for (int k = 0; k <= n; k++) {
            double t = LOG_MIN + k * LOG_STEP;
            double w = Math.exp(t);
            double f = Math.exp((1 + beta) * t - 0.5 * (z - w) * (z - w));
            sumI += f * (w - z);
            sumJ += f;
        }
        tableI[cell] = sumI * LOG_STEP * INV_SQRT_2PI;
        tableJ[cell] = sumJ * LOG_STEP * INV_SQRT_2PI * beta;
    }

    /** I(z). */
    double i(double z) {
        if (z < Z_MIN) {
            return 0;
        }
        if (z >= Z_MAX) {
            return beta * asymptotic(z, beta - 1);
        }
        int c = (int) ((z - Z_MIN) / STEP);
        double z0 = Z_MIN + c * STEP;
        double a = tableI[c];
        double b = tableI[c + 1];
        double da = tableJ[c] - z0 * a;
        double db = tableJ[c + 1] - (z0 + STEP) * b;
        return hermite((z - z0) / STEP, a, da, beta * a - a - z0 * da, b, db, beta * b - b - (z0 + STEP) * db);
    }

    /** J(z). */
    double j(double z) {
        if (z < Z_MIN) {
            return 0;
        }
        if (z >= Z_MAX) {
            return beta * asymptotic(z, beta);
        }
        int c = (int) ((z - Z_MIN) / STEP);
        double z0 = Z_MIN + c * STEP;
        double da = tableJ[c] - z0 * tableI[c];
        double db = tableJ[c + 1] - (z0 + STEP) * tableI[c + 1];
        return hermite(
                (z - z0) / STEP,
                tableJ[c],
                beta * tableI[c],
                beta * da,
                tableJ[c + 1],
                beta * tableI[c + 1],
                beta * db);
    }

    /** Mean of (z + g)^p over a standard normal g, for large z: z^p sum over n of (p choose 2n) (2n-1)!! z^(-2n). */
    private static double asymptotic(double z, double p) {
        double term = 1;
        double sum = 1;
        for (int n = 1; n <= 8; n++) {
            term *= (p - 2 * n + 2) * (p - 2 * n + 1) / (2 * n * z * z);
            sum += term;
        }
        return Math.pow(z, p) * sum;
    }

    /** Quintic through value, first and second derivative (in z) at both ends of a cell; s in [0, 1]. */
    private static double hermite(double s, double a, double da, double dda, double b, double db, double ddb) {
        double h = STEP;
        double h2 = 0.5 * STEP * STEP;
        double rise = b - a - h * da - h2 * dda;
        double slope = h * (db - da) - 2 * h2 * dda;
        double bend = h2 * (ddb - dda);
        double c3 = 10 * rise - 4 * slope + bend;
        double c4 = -15 * rise + 7 * slope - 2 * bend;
        double c5 = 6 * rise - 3 * slope + bend;
        return a + s * (h * da + s * (h2 * dda + s * (c3 + s * (c4 + s * c5))));
    }
}
