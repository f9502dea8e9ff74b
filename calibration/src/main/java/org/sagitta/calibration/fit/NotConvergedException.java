package org.sagitta.calibration.fit;

import java.util.Locale;

/** A calibration did not settle within the iterations it was allowed. */
public final class NotConvergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int iterations;
    private final double lastStep;

    NotConvergedException(int iterations, double lastStep, double tolerance) {
        this("calibration", "of its standard deviation", iterations, lastStep, tolerance);
    }

    /**
     * A fit of another kind that did not settle.
     *
     * @param fit what was fitted, for the message
     * @param unit of the step and of the tolerance, for the message
     * @param iterations done, all that were allowed
     * @param lastStep the largest change of a parameter in the last of them
     * @param tolerance the largest change that is allowed at the end
     */
    public NotConvergedException(String fit, String unit, int iterations, double lastStep, double tolerance) {
        super(String.format(
                Locale.ROOT,
                "%s: after %d iterations a parameter still moves by %.3g %s, allowed is %.3g",
                fit,
                iterations,
                lastStep,
                unit,
                tolerance));
        this.iterations = iterations;
        this.lastStep = lastStep;
    }

    /** Iterations done. */
    public int iterations() {
        return iterations;
    }

    /** The largest last step, in the units of the fit: here and in most fits the standard deviation of the parameter. */
    public double lastStep() {
        return lastStep;
    }
}
