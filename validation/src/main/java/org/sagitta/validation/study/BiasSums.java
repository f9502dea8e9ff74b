package org.sagitta.validation.study;

import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.SparseVector;

/**
 * What one bin collects: ratios before and after the correction, of the ideal world, of the events that are in both, and
 * the mean gradient.
 */
final class BiasSums {
    private final Covariance covariance;
    private final Moments before = new Moments();
    private final Moments after = new Moments();
    private final Moments ideal = new Moments();
    private final double[] gradient;
    private long common;
    private double commonAfter;
    private double commonIdeal;
    private double commonProduct;

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

    /** An event that was added to both sides. */
    void addCommon(double ratioAfter, double ratioIdeal) {
        common++;
        commonAfter += ratioAfter - 1;
        commonIdeal += ratioIdeal - 1;
        commonProduct += (ratioAfter - 1) * (ratioIdeal - 1);
    }

    /** Bias against the ideal world. */
    BiasBin result(double low, double high) {
        double target = ideal.mean();
        double variance = varianceOfDifference() / (target * target) + covariance.variance(meanGradient());
        return new BiasBin(low, high, before.mean() / target - 1, after.mean() / target - 1, Math.sqrt(variance));
    }

    /**
     * Half the sum or half the difference of the biases of two charges, with sign +1 or -1 for the second, against the
     * ideal world; or against the truth itself, the ratio 1, where there is none.
     */
    static BiasBin combine(BiasSums first, int sign, BiasSums second, double low, double high) {
        double variance = 0.25 * (first.varianceOfDifference() + second.varianceOfDifference());
        double[] mean = first.meanGradient();
        double[] other = second.meanGradient();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = 0.5 * (mean[i] + sign * other[i]);
        }
        return new BiasBin(
                low,
                high,
                0.5 * (first.offset(first.before) + sign * second.offset(second.before)),
                0.5 * (first.offset(first.after) + sign * second.offset(second.after)),
                Math.sqrt(variance + first.covariance.variance(mean)));
    }

    private double offset(Moments ratio) {
        return ratio.mean() - (ideal.count() == 0 ? 1 : ideal.mean());
    }

    /**
     * Variance of mean(after) - mean(ideal). The covariance of the two means is
     * sum (after - mean) (ideal - mean) / (n_after n_ideal) over the events that are in both.
     */
    private double varianceOfDifference() {
        if (ideal.count() == 0) {
            return after.varianceOfMean();
        }
        double a = after.mean() - 1;
        double b = ideal.mean() - 1;
        double product = commonProduct - a * commonIdeal - b * commonAfter + common * a * b;
        double covarianceOfMeans = product / ((double) after.count() * ideal.count());
        return after.varianceOfMean() + ideal.varianceOfMean() - 2 * covarianceOfMeans;
    }

    private double[] meanGradient() {
        double[] mean = new double[gradient.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = gradient[i] / after.count();
        }
        return mean;
    }
}
