package org.sagitta.calibration.likelihood;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.target.RadiationTemplate;

/**
 * The density of w = ln(m / m_ref) of pairs with relative mass error sigma: the template of the true masses folded with
 * the response of the resolution, with its skewness (Gaussian errors are in the curvatures, not in the mass), normalised
 * in a window.
 *
 * <pre>   f(w | sigma) = F(u, sigma) / sigma,   u = w / sigma,   p(w) = f(w) / integral of f over the window</pre>
 *
 * <p>F is tabulated for {@value #NODES} values of sigma between {@value #SIGMA_MIN} and {@value #SIGMA_MAX} and linear in
 * ln sigma at fixed u in between, where it changes little: a Gaussian of any width is the same function of u. Values and
 * derivatives belong to the same interpolation, so that a minimiser meets no contradiction. Immutable; shared between
 * threads.
 */
public final class PeakShape {
    /** Smallest sigma; smaller ones are taken as this one. */
    public static final double SIGMA_MIN = 0.002;

    /** Largest sigma; larger ones are taken as this one. */
    public static final double SIGMA_MAX = 0.08;

    private static final int NODES = 36;
    private static final double LOG_STEP = Math.log(SIGMA_MAX / SIGMA_MIN) / (NODES - 1);
    /** The table covers |w| up to this. */
    private static final double RANGE = 0.35;

    private final double referenceMass;
    private final List<ScaledDensity> nodes;

    private PeakShape(double referenceMass, List<ScaledDensity> nodes) {
        this.referenceMass = referenceMass;
        this.nodes = List.copyOf(nodes);
    }

    /** The shape of all pairs of a template together, whatever their rapidity. */
    public static PeakShape of(RadiationTemplate template) {
        List<Double> logMasses = template.logMasses();
        List<Double> shares = template.shares();
        List<ScaledDensity> nodes = new ArrayList<>();
        for (int n = 0; n < NODES; n++) {
            nodes.add(new ScaledDensity(logMasses, shares, SIGMA_MIN * Math.exp(n * LOG_STEP), RANGE));
        }
        return new PeakShape(template.referenceMass(), nodes);
    }

    /** m_ref [GeV]. */
    public double referenceMass() {
        return referenceMass;
    }

    /**
     * Density at a point in a window.
     *
     * @param w ln(m / m_ref)
     * @param low lower edge of the window in w
     * @param high upper edge in w
     * @param sigma relative mass resolution
     * @param out receives the density in w, its derivative when w and both edges move together (as they do when the
     *     scale of the pair changes in a fixed window), and its derivative with respect to ln sigma
     */
    public void evaluate(double w, double low, double high, double sigma, double[] out) {
        Point at = new Point(sigma);
        double value = at.density(w);
        double norm = at.probability(low, high);
        double dNorm = at.density(high) - at.density(low);
        double p = value / norm;
        out[0] = p;
        out[1] = (at.slope(w) - p * dNorm) / norm;
        out[2] = at.inside ? (at.dLogSigma(w) - p * at.dProbability(low, high)) / norm : 0;
    }

    /** The density at one sigma. */
    private final class Point {
        private final double sigma;
        private final double f;
        private final ScaledDensity low;
        private final ScaledDensity high;
        /** Whether sigma is within the table, so that the density depends on it. */
        private final boolean inside;

        Point(double wanted) {
            inside = wanted > SIGMA_MIN && wanted < SIGMA_MAX;
            sigma = Math.max(SIGMA_MIN, Math.min(SIGMA_MAX, wanted));
            double place = Math.log(sigma / SIGMA_MIN) / LOG_STEP;
            int n = Math.min(NODES - 2, (int) place);
            f = place - n;
            low = nodes.get(n);
            high = nodes.get(n + 1);
        }

        double density(double w) {
            double u = w / sigma;
            return ((1 - f) * low.at(u) + f * high.at(u)) / sigma;
        }

        double slope(double w) {
            double u = w / sigma;
            return ((1 - f) * low.slope(u) + f * high.slope(u)) / (sigma * sigma);
        }

        double dLogSigma(double w) {
            double u = w / sigma;
            double across = (high.at(u) - low.at(u)) / LOG_STEP;
            return (across - sigma * density(w) - w * slope(w) * sigma) / sigma;
        }

        double probability(double from, double to) {
            return below(to) - below(from);
        }

        private double below(double w) {
            double u = w / sigma;
            return (1 - f) * low.below(u) + f * high.below(u);
        }

        double dProbability(double from, double to) {
            return dBelow(to) - dBelow(from);
        }

        private double dBelow(double w) {
            double u = w / sigma;
            return (high.below(u) - low.below(u)) / LOG_STEP - w * density(w);
        }
    }
}
