package org.sagitta.validation.pipeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.RayTracer;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.validation.study.DetectorResult;
import org.sagitta.validation.study.DetectorStudy;
import org.sagitta.validation.study.DimuonResolutionStudy;
import org.sagitta.validation.study.MaterialComparison;
import org.sagitta.validation.study.PublishedFigures;
import org.sagitta.validation.study.ResolutionStudy;

/** Simulates and fits what is needed to put the tracker of a scenario beside what has been published about the real one. */
public final class DetectorRun {
    /** Resonances whose mass resolution is compared. */
    private static final List<Resonance> RESONANCES = List.of(Resonance.JPSI, Resonance.UPSILON_1S, Resonance.Z);

    private final Scenario scenario;
    private final Tracker nominal = CmsTracker.load();
    private final Worlds worlds;
    private final KernelWarmup warmup = new KernelWarmup();

    public DetectorRun(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.worlds = new Worlds(nominal, seed);
    }

    /**
     * Runs it.
     *
     * @param muons of each momentum, prompt, from the beam spot of the scenario, flat in eta
     * @param pairs accepted pairs of each resonance
     */
    public DetectorResult run(int muons, int pairs, int threads, ProgressListener progress)
            throws InterruptedException {
        DetectorStudy study = new DetectorStudy(
                PublishedFigures.load(),
                new RayTracer(SensorIndex.of(nominal)),
                MaterialComparison.of(nominal),
                resolutions(muons, threads, progress),
                masses(pairs, threads, progress));
        return study.result();
    }

    private ResolutionStudy resolutions(int muons, int threads, ProgressListener progress) throws InterruptedException {
        List<MuonGun> guns = DetectorStudy.MOMENTA.stream()
                .map(pt -> new MuonGun(scenario.beamSpot(), pt, pt, DetectorStudy.ABS_ETA_MAX, 0))
                .toList();
        String sample = scenario.name() + "/detector";
        MuonSource source = MuonSource.inTurn(guns, worlds.seed(), sample);
        return new MuonRun(scenario, source, sample, worlds, warmup)
                .run(() -> new ResolutionStudy(DetectorStudy.MOMENTA), (long) muons * guns.size(), threads, progress);
    }

    private Map<Resonance, DimuonResolutionStudy> masses(int pairs, int threads, ProgressListener progress)
            throws InterruptedException {
        Map<Resonance, DimuonResolutionStudy> masses = new EnumMap<>(Resonance.class);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            PairStream stream = new PairStream(new OrderedBlocks(executor, threads));
            for (Resonance resonance : RESONANCES) {
                masses.put(resonance, mass(resonance, pairs, stream, progress));
            }
        } finally {
            executor.shutdownNow();
        }
        return masses;
    }

    private DimuonResolutionStudy mass(Resonance resonance, int pairs, PairStream stream, ProgressListener progress)
            throws InterruptedException {
        DimuonResolutionStudy study = new DimuonResolutionStudy();
        String stage = "mass resolution of " + resonance;
        int[] accepted = new int[1];
        long[] events = new long[1];
        PairSource source = PairSource.of(scenario, resonance, worlds, warmup);
        stream.run(source, outcome -> {
            events[0]++;
            if (outcome instanceof FittedPair pair) {
                accepted[0]++;
                study.add(
                        Math.max(
                                Math.abs(pair.generated().plus().eta()),
                                Math.abs(pair.generated().minus().eta())),
                        pair.mass().mass(),
                        pair.generated().mass());
                progress.progress(stage, accepted[0], pairs);
            }
            Patience.require(stage, accepted[0], events[0], "");
            return accepted[0] < pairs;
        });
        return study;
    }
}
