package org.sagitta.validation.pipeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final KernelWarmup warmup;
    private final Map<KernelWarmup.Stage, Queue<PairChain>> idle = new EnumMap<>(KernelWarmup.Stage.class);

    /**
     * @param worlds makes the two worlds, and knows the seed of all random numbers
     * @param acceptance of measured legs
     * @param warmup of the whole job
     */
    PairSource(Scenario scenario, Resonance resonance, Worlds worlds, Acceptance acceptance, KernelWarmup warmup) {
        this.truth = worlds.conditions(scenario.truth().world(), "truth");
        this.reconstruction = worlds.conditions(scenario.reconstruction(), "reconstruction");
        this.index = worlds.index(truth);
        this.effects = scenario.truth().effects();
        this.generator = scenario.generator(resonance);
        this.acceptance = acceptance;
        this.seed = worlds.seed();
        this.sample = scenario.name() + "/" + resonance.name();
        this.warmup = warmup;
        for (KernelWarmup.Stage stage : KernelWarmup.Stage.values()) {
            idle.put(stage, new ConcurrentLinkedQueue<>());
        }
    }

    /** Makes events with a chain that no other thread uses meanwhile; chains keep their memory and are used again. */
    List<PairOutcome> events(long first, int count) {
        KernelWarmup.Stage stage = warmup.next(count);
        Queue<PairChain> chains = Objects.requireNonNull(idle.get(stage));
        PairChain waiting = chains.poll();
        PairChain chain = waiting == null ? chain(stage.kernels()) : waiting;
        List<PairOutcome> outcomes = chain.events(first, count);
        chains.add(chain);
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
