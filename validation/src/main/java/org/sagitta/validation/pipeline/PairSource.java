package org.sagitta.validation.pipeline;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * Everything that the chains of one sample share: the two worlds, the index of the true sensors, the generator; and the
 * chains, each of which one thread uses at a time.
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
    private final Queue<PairChain> idleChains = new ConcurrentLinkedQueue<>();

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

    /** Makes events with a chain that no other thread uses meanwhile; chains keep their memory and are used again. */
    List<PairOutcome> events(long first, int count) {
        PairChain idle = idleChains.poll();
        PairChain chain = idle == null ? chain() : idle;
        List<PairOutcome> outcomes = chain.events(first, count);
        idleChains.add(chain);
        return outcomes;
    }

    private PairChain chain() {
        TrackSimulator simulator = new TrackSimulator(truth, index, CmsMaterialEffects.muon(), effects);
        BatchTrackFitter fitter =
                BatchTrackFitters.create(reconstruction, FitSettings.standard(), CmsMaterialEffects.muon());
        return new PairChain(
                generator,
                new LegBlock(simulator, fitter, acceptance),
                new LegBlock(simulator, fitter, acceptance),
                seed,
                sample);
    }
}
