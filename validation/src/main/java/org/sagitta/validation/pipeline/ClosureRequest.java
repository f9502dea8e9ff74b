package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.Map;
import org.sagitta.data.scenario.Scenario;

/**
 * What the closure command is asked to do.
 *
 * @param scenario both worlds
 * @param pairs accepted pairs wanted; keys JPSI, UPSILON_1S, Z
 * @param threads number of threads, at least 1; no result depends on it
 * @param maxBias largest relative mass bias of Upsilon and Z that passes
 * @param output folder for samples and results; exists
 */
public record ClosureRequest(
        Scenario scenario, Map<String, Integer> pairs, long seed, int threads, double maxBias, Path output) {

    public static final String JPSI = "JPSI";
    public static final String UPSILON = "UPSILON_1S";
    public static final String Z = "Z";

    public ClosureRequest {
        pairs = Map.copyOf(pairs);
    }
}
