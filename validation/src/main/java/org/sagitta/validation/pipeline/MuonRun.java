package org.sagitta.validation.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.validation.study.TrackStudy;

/**
 * The track fit at the beam line against the truth, for single muons as generated: no cut on anything measured, which
 * would select residuals. Muons go in blocks, each with a study of its own, which are merged in order, so the result does
 * not depend on the number of threads.
 */
public final class MuonRun {
    /** Muons that are simulated and fitted together. */
    private static final int BLOCK = 512;

    private final SimulatedWorld truth;
    private final ChainFit fit;
    private final CleanTracks clean;
    private final MuonSource source;
    private final String sample;
    private final long seed;
    private final ChainPool<MuonChain> chains;

    /**
     * @param worlds makes the two worlds, and knows the seed of all random numbers
     * @param warmup of the whole job
     */
    MuonRun(Scenario scenario, MuonSource source, String sample, Worlds worlds, KernelWarmup warmup) {
        this.truth = worlds.simulated(scenario.truth());
        this.fit = ChainFit.of(scenario.reconstruction(), worlds);
        this.clean = new CleanTracks(truth.conditions().tracker());
        this.source = source;
        this.sample = sample;
        this.seed = worlds.seed();
        this.chains = new ChainPool<>(warmup, this::chain);
    }

    /** Muons over a phase space. */
    public static MuonRun of(Scenario scenario, MuonGun gun, long seed) {
        String sample = scenario.name() + "/muons";
        return alone(scenario, MuonSource.of(gun, seed, sample), sample, seed);
    }

    /** The muons of a resonance as the scenario generates them. */
    public static MuonRun of(Scenario scenario, Resonance resonance, long seed) {
        String sample = scenario.name() + "/" + resonance.name();
        return alone(scenario, MuonSource.of(scenario.generator(resonance), seed, sample), sample, seed);
    }

    private static MuonRun alone(Scenario scenario, MuonSource source, String sample, long seed) {
        return new MuonRun(scenario, source, sample, new Worlds(CmsTracker.load(), seed), new KernelWarmup());
    }

    /**
     * Simulates and fits this many muons.
     *
     * @param empty makes a study without muons
     */
    public <S extends TrackStudy<S>> S run(Supplier<S> empty, long muons, int threads, ProgressListener progress)
            throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            S study = empty.get();
            new OrderedBlocks(executor, threads).run(number -> block(empty.get(), number, muons), block -> {
                study.merge(block);
                progress.progress("simulate and fit muons", study.muons(), muons);
                return study.muons() < muons;
            });
            return study;
        } finally {
            executor.shutdownNow();
        }
    }

    /** The muons of a block that are wanted. */
    private <S extends TrackStudy<S>> S block(S study, long number, long muons) {
        long first = number * BLOCK;
        return muons(study, first, (int) Math.max(0, Math.min(BLOCK, muons - first)));
    }

    /** Adds muons {@code first} to {@code first + count - 1} to a study, on the calling thread, and returns it. */
    <S extends TrackStudy<S>> S muons(S study, long first, int count) {
        return chains.use(count, chain -> {
            chain.add(first, count, study);
            return study;
        });
    }

    private MuonChain chain(KernelSet kernels) {
        return new MuonChain(
                source,
                truth.simulator(),
                new Propagator(truth.conditions().field()),
                fit.holes(kernels),
                fit.fitter(kernels),
                clean,
                seed,
                RandomStream.of(sample, RandomPurpose.SIMULATION_PLUS));
    }
}
