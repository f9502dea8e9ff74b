package org.sagitta.validation.pipeline;

/** Carries out a closure request: simulates, fits, calibrates and compares. */
@FunctionalInterface
public interface ClosureRunner {

    /**
     * Writes samples and calibration into the folder of the request and returns what was found.
     *
     * @throws org.sagitta.geometry.input.BadInputException if the scenario is wrong or a file cannot be written
     * @throws InterruptedException if the thread is interrupted before the end
     */
    ClosureOutcome run(ClosureRequest request, ProgressListener progress) throws InterruptedException;
}
