package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.validation.study.BiasLimits;

/**
 * What the closure command is asked to do.
 *
 * @param scenario both worlds, with the seed and the numbers of accepted pairs of this run
 * @param threads number of threads, at least 1; no result depends on it
 * @param limits largest relative mass biases of Upsilon and Z that pass
 * @param misalignment the pairs that M is calibrated on
 * @param keptPairs how many pairs of each sample are written as files
 * @param output folder for samples and results; exists
 */
public record ClosureRequest(
        Scenario scenario,
        int threads,
        BiasLimits limits,
        MisalignmentSource misalignment,
        long keptPairs,
        Path output) {

    /** Seed of all random numbers. */
    public long seed() {
        return scenario.seed();
    }
}
