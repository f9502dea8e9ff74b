package org.sagitta.calibration.fit;

import org.sagitta.calibration.model.Covariance;

/** Solution of a linear fit: how far to move, and how well that is known. Immutable. */
public final class LinearStep {
    private final double[] step;
    private final Covariance covariance;

    LinearStep(double[] step, Covariance covariance) {
        this.step = step;
        this.covariance = covariance;
    }

    /** Change of parameter i. */
    public double step(int i) {
        return step[i];
    }

    /** Inverse of information plus priors. */
    public Covariance covariance() {
        return covariance;
    }

    /** The largest change in units of the standard deviation of its parameter. */
    public double largestPull() {
        double largest = 0;
        for (int i = 0; i < step.length; i++) {
            largest = Math.max(largest, Math.abs(step[i]) / covariance.sigma(i));
        }
        return largest;
    }

    /** The values after the step. */
    public double[] addedTo(double[] values) {
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step[i];
        }
        return moved;
    }
}
