package org.sagitta.validation.pipeline;

import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * Everything that the chains of one sample share: the two worlds, the index of the true sensors, the generator. Immutable;
 * {@link #chain()} makes what a thread owns.
 */
final class PairSource {
    private final Conditions truth;
    private final Conditions reconstruction;
    private final SensorIndex index;
    private final SimulationEffects effects;
    private final PairGenerator generator;
    private final Acceptance acceptance;
    private final long seed;
    private final String sample;

    /**
     * @param worlds makes the two worlds, and knows the seed of all random numbers
     * @param acceptance of measured legs
     */
    PairSource(Scenario scenario, Resonance resonance, Worlds worlds, Acceptance acceptance) {
        this.truth = worlds.conditions(scenario.truth().world(), "truth");
        this.reconstruction = worlds.conditions(scenario.reconstruction(), "reconstruction");
        this.index = SensorIndex.of(truth.tracker());
        this.effects = scenario.truth().effects();
        this.generator = scenario.generator(resonance);
        this.acceptance = acceptance;
        this.seed = worlds.seed();
        this.sample = scenario.name() + "/" + resonance.name();
    }

    /** A chain for one thread. */
    PairChain chain() {
        return new PairChain(
                generator,
                new TrackSimulator(truth, index, CmsMaterialEffects.muon(), effects),
                new TrackFitter(reconstruction, FitSettings.standard()),
                acceptance,
                seed,
                sample);
    }
}
