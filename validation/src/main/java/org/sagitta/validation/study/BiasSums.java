package org.sagitta.validation.study;

import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.SparseVector;

/** What one bin collects: ratios before and after the correction, of the ideal world, and the mean gradient. */
final class BiasSums {
    private final Covariance covariance;
    private final Moments before = new Moments();
    private final Moments after = new Moments();
    private final Moments ideal = new Moments();
    private final double[] gradient;

    BiasSums(Covariance covariance) {
        this.covariance = covariance;
        this.gradient = new double[covariance.dimension()];
    }

    void add(MassResponse response) {
        add(response.before(), response.after(), response.gradient());
    }

    void add(double ratioBefore, double ratioAfter, SparseVector logGradient) {
        before.add(ratioBefore);
        after.add(ratioAfter);
        for (int slot = 0; slot < logGradient.size(); slot++) {
            gradient[logGradient.index(slot)] += logGradient.value(slot);
        }
    }

    void addIdeal(double ratio) {
        ideal.add(ratio);
    }

    /** Bias against the ideal world. */
    BiasBin result(double low, double high) {
        double target = ideal.mean();
        double variance = (after.varianceOfMean() + ideal.varianceOfMean()) / (target * target) + fromCalibration();
        return new BiasBin(low, high, before.mean() / target - 1, after.mean() / target - 1, Math.sqrt(variance));
    }

    /** Half the sum or half the difference of two biases against the truth, with sign +1 or -1 for the second. */
    static BiasBin combine(BiasSums first, int sign, BiasSums second, double low, double high) {
        double variance = 0.25 * (first.after.varianceOfMean() + second.after.varianceOfMean());
        double[] mean = new double[first.gradient.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] =
                    0.5 * (first.gradient[i] / first.after.count() + sign * second.gradient[i] / second.after.count());
        }
        return new BiasBin(
                low,
                high,
                0.5 * (first.before.mean() - 1 + sign * (second.before.mean() - 1)),
                0.5 * (first.after.mean() - 1 + sign * (second.after.mean() - 1)),
                Math.sqrt(variance + first.covariance.variance(mean)));
    }

    private double fromCalibration() {
        double[] mean = new double[gradient.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = gradient[i] / after.count();
        }
        return covariance.variance(mean);
    }
}
