package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.Map;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;

/**
 * Which challenge is to be made.
 *
 * @param scenario public; what its truth differs in from its reconstruction is drawn anew
 * @param seed secret: it decides the hidden truth and all random numbers
 * @param pairs accepted pairs by resonance
 * @param threads at least 1; no sample depends on it
 * @param folder to be filled, empty
 */
public record ChallengeRequest(Scenario scenario, long seed, Map<Resonance, Integer> pairs, int threads, Path folder) {}
