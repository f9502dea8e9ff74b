package org.sagitta.validation.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.validation.study.PullResult;
import org.sagitta.validation.study.PullStudy;

/**
 * Pulls of the track fit at the beam line, from the muons of a resonance as generated: no cut on anything measured, which
 * would select residuals.
 */
public final class PullRun {
    /** No cut on anything measured. */
    private static final Acceptance EVERYTHING = new Acceptance(100, 0);

    private final Scenario scenario;
    private final Resonance resonance;
    private final long seed;
    private final int threads;

    public PullRun(Scenario scenario, Resonance resonance, long seed, int threads) {
        this.scenario = scenario;
        this.resonance = resonance;
        this.seed = seed;
        this.threads = threads;
    }

    /** Fits at least this many muons. */
    public PullResult run(int muons, ProgressListener progress) throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            PullStudy study = new PullStudy();
            PairSource source = new PairSource(
                    scenario, resonance, new Worlds(CmsTracker.load(), seed), EVERYTHING, new KernelWarmup());
            PairStream stream = new PairStream(new OrderedBlocks(executor, threads));
            stream.run(source, outcome -> {
                if (outcome instanceof FittedPair pair) {
                    add(study, pair.plus(), pair.generated().plus());
                    add(study, pair.minus(), pair.generated().minus());
                } else if (outcome instanceof LostPair lost) {
                    study.addFailure(lost.reason());
                }
                progress.progress("simulate and fit " + resonance, Math.min(study.tracks(), muons), muons);
                return study.tracks() < muons;
            });
            return study.result();
        } finally {
            executor.shutdownNow();
        }
    }

    private static void add(PullStudy study, FittedLeg leg, GeneratedMuon muon) {
        study.add(leg.perigee(), leg.chi2(), leg.ndof(), muon.vertex(), muon.momentum(), muon.charge());
    }
}
