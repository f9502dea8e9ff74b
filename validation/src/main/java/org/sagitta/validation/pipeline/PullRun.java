package org.sagitta.validation.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.validation.study.PullBinning;
import org.sagitta.validation.study.PullResult;
import org.sagitta.validation.study.PullStudy;

/**
 * Pulls of the track fit at the beam line, from muons as generated: no cut on anything measured, which would select
 * residuals. Muons go in blocks, each with sums of its own, which are added in order: memory does not grow with their
 * number, and the result does not depend on the number of threads.
 */
public final class PullRun {
    /** Muons that are simulated and fitted together. */
    private static final int BLOCK = 512;

    private final Conditions truth;
    private final Conditions reconstruction;
    private final Scenario scenario;
    private final SensorIndex index;
    private final CleanTracks clean;
    private final PullBinning binning;
    private final MuonSource source;
    private final String sample;
    private final long seed;
    private final ChainPool<PullChain> chains;

    private PullRun(Scenario scenario, PullBinning binning, MuonSource source, String sample, long seed) {
        Worlds worlds = new Worlds(CmsTracker.load(), seed);
        this.truth = worlds.conditions(scenario.truth().world(), "truth");
        this.reconstruction = worlds.conditions(scenario.reconstruction(), "reconstruction");
        this.scenario = scenario;
        this.index = SensorIndex.of(truth.tracker());
        this.clean = new CleanTracks(truth.tracker());
        this.binning = binning;
        this.source = source;
        this.sample = sample;
        this.seed = seed;
        this.chains = new ChainPool<>(new KernelWarmup(), this::chain);
    }

    /** Muons over a phase space, with bins over the same. */
    public static PullRun of(Scenario scenario, MuonGun gun, long seed) {
        String sample = scenario.name() + "/muons";
        PullBinning binning = new PullBinning(gun.absEtaMax(), gun.ptMin(), gun.ptMax());
        return new PullRun(scenario, binning, MuonSource.of(gun, seed, sample), sample, seed);
    }

    /** The muons of a resonance as the scenario generates them, in the given bins. */
    public static PullRun of(Scenario scenario, Resonance resonance, PullBinning binning, long seed) {
        String sample = scenario.name() + "/" + resonance.name();
        return new PullRun(scenario, binning, MuonSource.of(scenario.generator(resonance), seed, sample), sample, seed);
    }

    /** Simulates and fits this many muons. */
    public PullResult run(long muons, int threads, ProgressListener progress) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            PullStudy study = new PullStudy(binning);
            new OrderedBlocks(executor, threads).run(number -> block(number, muons), block -> {
                study.merge(block);
                progress.progress("simulate and fit muons", study.muons(), muons);
                return study.muons() < muons;
            });
            return study.result();
        } finally {
            executor.shutdownNow();
        }
    }

    /** The muons of a block that are wanted. */
    private PullStudy block(long number, long muons) {
        long first = number * BLOCK;
        int count = (int) Math.max(0, Math.min(BLOCK, muons - first));
        return chains.use(count, chain -> {
            PullStudy study = new PullStudy(binning);
            chain.add(first, count, study);
            return study;
        });
    }

    private PullChain chain(KernelSet kernels) {
        CmsMaterialEffects material = CmsMaterialEffects.muon();
        return new PullChain(
                source,
                new TrackSimulator(truth, index, material, scenario.truth().effects()),
                new Propagator(truth.field()),
                new LaneBatchTrackFitter(reconstruction, FitSettings.standard(), material, kernels),
                clean,
                seed,
                RandomStream.of(sample, RandomPurpose.SIMULATION_PLUS));
    }
}
