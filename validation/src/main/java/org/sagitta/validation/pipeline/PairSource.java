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
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * Everything that the chains of one sample share: the two worlds, the index of the true sensors, the generator; and the
 * chains, each of which one thread uses at a time.
 */
final class PairSource {
    /**
     * Events that are fitted with scalar kernels, which give the same bits. Vector kernels are very slow until the JVM has
     * compiled them, some seconds of work that do not pay in a short run.
     */
    private static final long EARLY_EVENTS = 32_768;

    private final Conditions truth;
    private final Conditions reconstruction;
    private final SensorIndex index;
    private final SimulationEffects effects;
    private final PairGenerator generator;
    private final Acceptance acceptance;
    private final long seed;
    private final String sample;
    private final Queue<PairChain> earlyChains = new ConcurrentLinkedQueue<>();
    private final Queue<PairChain> laterChains = new ConcurrentLinkedQueue<>();

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
        boolean early = first < EARLY_EVENTS;
        Queue<PairChain> idle = early ? earlyChains : laterChains;
        PairChain waiting = idle.poll();
        PairChain chain = waiting == null ? chain(early ? new ScalarKernels() : BatchTrackFitters.kernels()) : waiting;
        List<PairOutcome> outcomes = chain.events(first, count);
        idle.add(chain);
        return outcomes;
    }

    private PairChain chain(KernelSet kernels) {
        TrackSimulator simulator = new TrackSimulator(truth, index, CmsMaterialEffects.muon(), effects);
        BatchTrackFitter fitter =
                new LaneBatchTrackFitter(reconstruction, FitSettings.standard(), CmsMaterialEffects.muon(), kernels);
        return new PairChain(
                generator,
                new LegBlock(simulator, fitter, acceptance),
                new LegBlock(simulator, fitter, acceptance),
                seed,
                sample);
    }
}
