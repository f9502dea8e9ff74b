package org.sagitta.calibration.fit;

import java.util.Locale;

/** A calibration did not settle within the iterations it was allowed. */
public final class NotConvergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int iterations;
    private final double lastStep;

    NotConvergedException(int iterations, double lastStep, double tolerance) {
        super(String.format(
                Locale.ROOT,
                "calibration: after %d iterations a parameter still moves by %.3g of its standard deviation, allowed"
                        + " is %.3g",
                iterations,
                lastStep,
                tolerance));
        this.iterations = iterations;
        this.lastStep = lastStep;
    }

    /** Iterations done. */
    public int iterations() {
        return iterations;
    }

    /** The largest last step in units of the standard deviation of its parameter. */
    public double lastStep() {
        return lastStep;
    }
}
