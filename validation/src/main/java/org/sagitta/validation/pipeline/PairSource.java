package org.sagitta.validation.pipeline;

import java.util.List;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.PairGenerator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * Everything that the chains of one sample share: the two worlds, the generator; and the
 * chains, each of which one thread uses at a time.
 */
final class PairSource {
    private final SimulatedWorld truth;
    private final Conditions reconstruction;
    private final CmsMaterialEffects fitMaterial;
    private final PairGenerator generator;
    private final Acceptance acceptance;
    private final long seed;
    private final String sample;
    private final ChainPool<PairChain> chains;

    /**
     * @param worlds makes the two worlds, and knows the seed of all random numbers
     * @param acceptance of measured legs
     * @param warmup of the whole job
     */
    PairSource(Scenario scenario, Resonance resonance, Worlds worlds, Acceptance acceptance, KernelWarmup warmup) {
        this.truth = worlds.simulated(scenario.truth());
        this.reconstruction = worlds.conditions(scenario.reconstruction().world(), "reconstruction");
        this.fitMaterial = scenario.reconstruction().material();
        this.generator = scenario.generator(resonance);
        this.acceptance = acceptance;
        this.seed = worlds.seed();
        this.sample = scenario.name() + "/" + resonance.name();
        this.chains = new ChainPool<>(warmup, this::chain);
    }

    /** A sample by itself, with worlds and a warm-up of its own. */
    static PairSource alone(Scenario scenario, Resonance resonance, long seed) {
        Worlds worlds = new Worlds(CmsTracker.load(), seed);
        return new PairSource(scenario, resonance, worlds, scenario.acceptance(resonance), new KernelWarmup());
    }

    /** Makes events {@code first} to {@code first + count - 1}. */
    List<PairOutcome> events(long first, int count) {
        return chains.use(count, chain -> chain.events(first, count));
    }

    private PairChain chain(KernelSet kernels) {
        TrackSimulator simulator = truth.simulator();
        BatchTrackFitter fitter =
                new LaneBatchTrackFitter(reconstruction, FitSettings.standard(), fitMaterial, kernels);
        return new PairChain(
                generator,
                new LegBlock(simulator, fitter, acceptance),
                new LegBlock(simulator, fitter, acceptance),
                seed,
                sample);
    }
}
