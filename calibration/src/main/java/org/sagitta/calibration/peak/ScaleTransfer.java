package org.sagitta.calibration.peak;

import java.util.List;

/**
 * How the peak position of one sample answers to the parameters of a calibration made with another, and so how the
 * error of the calibration reaches it.
 *
 * <pre>
 *   d offset / d p_j = - mean over the signal of (w_1 b_1j + w_2 b_2j),       sigma^2 = g C g
 * </pre>
 *
 * <p>with b of {@link ScaleModel}. Pairs count by their probability to be signal over the square of their resolution,
 * which is how they count in the fit of the offset.
 */
public final class ScaleTransfer {
    private ScaleTransfer() {}

    /**
     * Derivatives of the offset with respect to the scale parameters.
     *
     * @param fit of the sample with a mass offset
     * @param pairs the pairs it was made from
     * @param scale the parameters
     */
    public static double[] gradient(PeakFit fit, List<PeakPair> pairs, ScaleModel scale) {
        PeakDensity density = new PeakDensity(fit.model(), PeakDensity.linesOf(fit.model()), fit.parameters());
        double[] zero = new double[scale.size()];
        double[] sum = new double[scale.size()];
        double weights = 0;
        for (PeakPair pair : pairs) {
            if (!fit.model().window().contains(pair.mass())) {
                continue;
            }
            double sigma = density.sigma(pair);
            double weight = density.signalShare(pair) / (sigma * sigma);
            scale.addScore(pair, zero, -weight, sum);
            weights += weight;
        }
        for (int j = 0; j < sum.length; j++) {
            sum[j] /= weights;
        }
        return sum;
    }

    /**
     * Standard deviation of the offset of a sample that comes from the errors of a calibration.
     *
     * @param fit of the sample with a mass offset
     * @param pairs the pairs it was made from
     * @param calibration the fit whose correction they carry
     */
    public static double sigma(PeakFit fit, List<PeakPair> pairs, PeakFit calibration) {
        double[] gradient = gradient(fit, pairs, calibration.model().scale());
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * calibration.scaleCovariance(i, j) * gradient[j];
            }
        }
        return Math.sqrt(variance);
    }
}
