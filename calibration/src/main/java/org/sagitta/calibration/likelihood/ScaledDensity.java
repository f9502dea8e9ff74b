package org.sagitta.calibration.likelihood;

import java.util.List;

/**
 * The density of a folded template at one resolution, as a function of u = w / sigma: a table with a step of
 * {@value #STEP}, cubic in between (Catmull and Rom), and its integral, which is exact for that cubic. Zero outside the
 * table. Immutable.
 */
final class ScaledDensity {
    /** A resolution of eight points per standard deviation costs 1e-6 of the density. */
    static final double STEP = 0.125;

    private static final double REACH = 8.5;
    private static final double[] H_SQUARED = {0, 3};
    private static final double[] H_WEIGHTS = {2.0 / 3, 1.0 / 3};
    private static final double INV_SQRT_2PI = 1 / Math.sqrt(2 * Math.PI);

    private final int half;
    private final double[] density;
    private final double[] integral;

    /**
     * @param logMasses v of the groups of pairs, ascending
     * @param shares of the groups
     * @param sigma relative mass resolution
     * @param range the table covers |w| up to this
     */
    ScaledDensity(List<Double> logMasses, List<Double> shares, double sigma, double range) {
        half = (int) Math.ceil(range / sigma / STEP);
        density = new double[2 * half + 1];
        int first = 0;
        for (int i = 0; i < density.length; i++) {
            double w = (i - half) * STEP * sigma;
            while (first < logMasses.size() && logMasses.get(first) < w - 1.5 * REACH * sigma) {
                first++;
            }
            for (int e = first; e < logMasses.size() && logMasses.get(e) < w + 1.5 * REACH * sigma; e++) {
                density[i] += shares.get(e) * sigma * response(w - logMasses.get(e), sigma);
            }
        }
        integral = new double[density.length];
        for (int i = 1; i < density.length; i++) {
            double cell = 13 * (density[i - 1] + density[i]) - value(i - 2) - value(i + 1);
            integral[i] = integral[i - 1] + STEP * cell / 24;
        }
    }

    /**
     * Density of l = ln(m / m_gen) for legs of equal precision. The response is R^-2 = (1 + sigma g)^2 - sigma^2 h^2, see
     * {@code calibration.target}; for given h it is inverted in closed form, g = (sqrt(R^-2 + sigma^2 h^2) - 1) / sigma.
     */
    private static double response(double l, double sigma) {
        double q = Math.exp(-2 * l);
        double sum = 0;
        for (int j = 0; j < H_SQUARED.length; j++) {
            double root = Math.sqrt(q + sigma * sigma * H_SQUARED[j]);
            double g = (root - 1) / sigma;
            sum += H_WEIGHTS[j] * Math.exp(-0.5 * g * g) * q / (sigma * root);
        }
        return INV_SQRT_2PI * sum;
    }

    private double value(int i) {
        return i < 0 || i >= density.length ? 0 : density[i];
    }

    /** Density in u. */
    double at(double u) {
        double place = u / STEP + half;
        if (!(place > 0) || !(place < density.length - 1)) {
            return 0;
        }
        int i = (int) place;
        double t = place - i;
        double a = density[i];
        double b = density[i + 1];
        double da = 0.5 * (b - value(i - 1));
        double db = 0.5 * (value(i + 2) - a);
        return a + t * (da + t * (3 * (b - a) - 2 * da - db + t * (2 * (a - b) + da + db)));
    }

    /** Derivative of {@link #at}. */
    double slope(double u) {
        double place = u / STEP + half;
        if (!(place > 0) || !(place < density.length - 1)) {
            return 0;
        }
        int i = (int) place;
        double t = place - i;
        double a = density[i];
        double b = density[i + 1];
        double da = 0.5 * (b - value(i - 1));
        double db = 0.5 * (value(i + 2) - a);
        return (da + t * (2 * (3 * (b - a) - 2 * da - db) + 3 * t * (2 * (a - b) + da + db))) / STEP;
    }

    /** Integral of {@link #at} from the lower end of the table. */
    double below(double u) {
        double place = u / STEP + half;
        if (!(place > 0)) {
            return 0;
        }
        if (!(place < density.length - 1)) {
            return integral[integral.length - 1];
        }
        int i = (int) place;
        double t = place - i;
        double a = density[i];
        double b = density[i + 1];
        double da = 0.5 * (b - value(i - 1));
        double db = 0.5 * (value(i + 2) - a);
        double cell = t * (a + t * (da / 2 + t * ((3 * (b - a) - 2 * da - db) / 3 + t * (2 * (a - b) + da + db) / 4)));
        return integral[i] + STEP * cell;
    }
}
