package org.sagitta.calibration.peak;

import java.util.Arrays;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Background density exp(a1 t + a2 t^2 + ...) / norm across a window, t in [-1, 1]; positive for any coefficients. The
 * norm and the means of t^k (its logarithmic derivatives) come from Gauss-Legendre quadrature with {@value #NODES}
 * nodes, exact to rounding for exponents of order ten. Immutable.
 */
final class BackgroundShape {
    private static final int NODES = 32;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES);

    private final MassWindow window;
    private final double[] coefficients;
    private final double logNorm;
    private final double[] means;

    BackgroundShape(MassWindow window, double[] parameters, int from, int order) {
        this.window = window;
        this.coefficients = Arrays.copyOfRange(parameters, from, from + order);
        double integral = integrate(-1, 1, 0);
        this.logNorm = Math.log(integral * window.width() / 2);
        this.means = new double[order];
        for (int k = 0; k < order; k++) {
            means[k] = integrate(-1, 1, k + 1) / integral;
        }
    }

    private double integrate(double from, double to, int power) {
        double half = 0.5 * (to - from);
        double centre = 0.5 * (to + from);
        double sum = 0;
        for (int n = 0; n < NODES; n++) {
            double t = centre + half * RULE.getPoint(n);
            sum += RULE.getWeight(n) * Math.exp(exponent(t)) * Math.pow(t, power);
        }
        return sum * half;
    }

    private double exponent(double t) {
        double sum = 0;
        for (int k = coefficients.length - 1; k >= 0; k--) {
            sum = (sum + coefficients[k]) * t;
        }
        return sum;
    }

    /** Density at a mass [1/GeV]. */
    double density(double mass) {
        return Math.exp(exponent(window.position(mass)) - logNorm);
    }

    /** Logarithmic derivative of the density with respect to coefficient k (0 stands for a1). */
    double dLog(int k, double mass) {
        return Math.pow(window.position(mass), k + 1) - means[k];
    }

    /** Probability of a mass between two values inside the window. */
    double probability(double from, double to) {
        double part = integrate(window.position(from), window.position(to), 0) * window.width() / 2;
        return part / Math.exp(logNorm);
    }
}
