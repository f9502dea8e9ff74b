package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.sagitta.data.scenario.Scenario;

/**
 * What a simulation shall do.
 *
 * @param seed of all random numbers
 * @param output HDF5 file of the sample
 * @param hepmc file for the events as they were simulated; empty for none
 */
public record SimulationRequest(
        Scenario scenario, SimulationInput input, long seed, int threads, Path output, Optional<Path> hepmc) {}
