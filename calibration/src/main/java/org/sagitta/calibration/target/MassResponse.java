package org.sagitta.calibration.target;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.sagitta.calibration.robust.Loss;

/**
 * What the resolution makes of a true mass. Curvatures are measured with Gaussian errors, k = k_true (1 + s_i g_i), and
 * m ~ (k1 k2)^-1/2. With legs of equal precision, s_1 = s_2 = sqrt(2) sigma (sigma = sigma_m / m), and the two normal
 * deviates turned by 45 degrees, g = (g_1 + g_2) / sqrt 2 and h = (g_1 - g_2) / sqrt 2,
 *
 * <pre>   R = m / m_gen = [ (1 + s_1 g_1)(1 + s_2 g_2) ]^-1/2 = [ 1 + 2 sigma g + sigma^2 (g^2 - h^2) ]^-1/2</pre>
 *
 * <p>This class tabulates the mean influence of a pair, D(x) = E[ psi((e^x R - 1) / s) ], with x the logarithm of its true
 * mass over the target: a spline through points of a tenth of s, the mean over g by the trapezoidal rule (exact to
 * rounding for a smooth integrand that ends at 8 standard deviations), that over h by the three points of Gauss and
 * Hermite. Immutable.
 */
final class MassResponse {
    private static final double G_MAX = 8;
    private static final double G_STEP = 0.1;
    private static final int G_POINTS = (int) Math.round(2 * G_MAX / G_STEP) + 1;
    private static final double[] H_SQUARED = {0, 3};
    private static final double[] H_WEIGHTS = {2.0 / 3, 1.0 / 3};
    /** Points of the table per s. */
    private static final int PER_SIGMA = 10;

    private final double range;
    private final PolynomialSplineFunction influence;

    /**
     * @param sigma resolution sigma_m / m
     * @param scale s, the error that the estimator takes: sigma with its floor
     * @param reach the pull from which on psi is zero, or so far away that no pair is there
     */
    MassResponse(Loss loss, double sigma, double scale, double reach) {
        // the mean influence vanishes where even a fluctuation of 8 sigma does not bring a pair back
        range = 1.2 * (reach * scale + G_MAX * sigma);
        double[][] nodes = nodes(sigma);
        int half = (int) Math.ceil(range * PER_SIGMA / scale);
        double[] x = new double[2 * half + 1];
        double[] d = new double[2 * half + 1];
        for (int i = 0; i < x.length; i++) {
            x[i] = range * (i - half) / half;
            d[i] = mean(loss, nodes, Math.exp(x[i]), scale);
        }
        influence = new SplineInterpolator().interpolate(x, d);
    }

    /** Values of R and their weights, which add up to 1. */
    private static double[][] nodes(double sigma) {
        double[][] nodes = new double[2][G_POINTS * H_SQUARED.length];
        double norm = G_STEP / Math.sqrt(2 * Math.PI);
        for (int i = 0; i < G_POINTS; i++) {
            double g = -G_MAX + i * G_STEP;
            for (int j = 0; j < H_SQUARED.length; j++) {
                int n = i * H_SQUARED.length + j;
                double product = 1 + 2 * sigma * g + sigma * sigma * (g * g - H_SQUARED[j]);
                nodes[0][n] = 1 / Math.sqrt(Math.max(product, 1e-3));
                nodes[1][n] = norm * Math.exp(-0.5 * g * g) * H_WEIGHTS[j];
            }
        }
        return nodes;
    }

    private static double mean(Loss loss, double[][] nodes, double massRatio, double scale) {
        double sum = 0;
        for (int n = 0; n < nodes[0].length; n++) {
            sum += nodes[1][n] * loss.psi((massRatio * nodes[0][n] - 1) / scale);
        }
        return sum;
    }

    /** D(x). */
    double influence(double x) {
        return Math.abs(x) < range ? influence.value(x) : 0;
    }
}
