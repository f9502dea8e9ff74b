package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import org.sagitta.data.scenario.Scenario;

/**
 * What the closure command is asked to do.
 *
 * @param scenario both worlds, with the seed and the numbers of accepted pairs of this run
 * @param threads number of threads, at least 1; no result depends on it
 * @param maxBias largest relative mass bias of Upsilon and Z that passes
 * @param output folder for samples and results; exists
 */
public record ClosureRequest(Scenario scenario, int threads, double maxBias, Path output) {

    /** Seed of all random numbers. */
    public long seed() {
        return scenario.seed();
    }
}
