package org.sagitta.calibration.robust;

import java.util.Arrays;

/**
 * Where a peak is: the t that solves
 *
 * <pre>   sum_i psi(u_i) / s_i = 0,   u_i = (x_i / t - 1) / s_i</pre>
 *
 * <p>for positive values x_i with relative errors s_i. The error is that of the sandwich formula, which does not need the
 * values to be Gaussian: sigma^2(t)/t^2 = sum (psi/s)^2 / (sum psi'/s^2)^2.
 *
 * @param value t, in the unit of the values
 * @param relativeSigma standard deviation of t divided by t
 */
public record RobustLocation(double value, double relativeSigma) {
    /** A step in units of the smallest s_i after which the iteration ends: far below any statistical error. */
    private static final double TOLERANCE = 1e-9;

    private static final int MAX_ITERATIONS = 200;

    /**
     * The location of these values, found from their median by reweighted least squares.
     *
     * @param values positive
     * @param relativeSigmas s_i, positive, one per value
     * @throws IllegalArgumentException if there are no values, or the two lengths differ
     */
    public static RobustLocation of(double[] values, double[] relativeSigmas, Loss loss) {
        if (values.length == 0 || values.length != relativeSigmas.length) {
            throw new IllegalArgumentException("location of " + values.length + " values with " + relativeSigmas.length
                    + " errors; there must be at least one of each, and as many");
        }
        double smallest = Arrays.stream(relativeSigmas).min().orElseThrow();
        double t = median(values);
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double step = step(values, relativeSigmas, loss, t);
            t *= 1 + step;
            if (Math.abs(step) < TOLERANCE * smallest) {
                break;
            }
        }
        return new RobustLocation(t, relativeSigma(values, relativeSigmas, loss, t));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return 0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]);
    }

    private static double step(double[] values, double[] sigmas, Loss loss, double t) {
        double sum = 0;
        double norm = 0;
        for (int i = 0; i < values.length; i++) {
            double z = values[i] / t - 1;
            double weight = loss.weight(z / sigmas[i]) / (sigmas[i] * sigmas[i]);
            sum += weight * z;
            norm += weight;
        }
        // no value near the median counts: the median is the answer
        return norm > 0 ? sum / norm : 0;
    }

    private static double relativeSigma(double[] values, double[] sigmas, Loss loss, double t) {
        double score = 0;
        double slope = 0;
        for (int i = 0; i < values.length; i++) {
            double u = (values[i] / t - 1) / sigmas[i];
            double psi = loss.psi(u) / sigmas[i];
            score += psi * psi;
            slope += loss.slope(u) / (sigmas[i] * sigmas[i]);
        }
        return Math.sqrt(score) / Math.abs(slope);
    }
}
