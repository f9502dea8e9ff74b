package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.data.generation.BeamSpot;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.validation.study.EffectBinning;
import org.sagitta.validation.study.EffectResult;
import org.sagitta.validation.study.EffectStudy;
import org.sagitta.validation.study.TrackOutcomes;

/**
 * What each difference between the two worlds of a scenario does to the fit. The same muons with the same random numbers
 * are simulated in the ideal partner, in worlds that differ from it in one aspect each, and in the scenario itself. The
 * partner has its beam spot in the centre.
 */
public final class EffectRun {
    /** Muons that are simulated and fitted together in each world. */
    private static final int BLOCK = 512;

    private static final String EVERYTHING = "all together";

    private final MuonRun ideal;
    private final Map<String, MuonRun> others = new LinkedHashMap<>();

    public EffectRun(Scenario scenario, long seed) {
        Worlds worlds = new Worlds(CmsTracker.load(), seed);
        KernelWarmup warmup = new KernelWarmup();
        String sample = scenario.name() + "/effects";
        BeamSpot spot = scenario.beamSpot();
        BeamSpot centred = new BeamSpot(spot.sigmaXy(), spot.sigmaZ());
        MuonSource source = MuonSource.of(gun(centred), seed, sample);
        MuonSource displaced = MuonSource.of(gun(spot), seed, sample);
        Scenario partner = scenario.idealPartner();
        this.ideal = new MuonRun(partner, source, sample, worlds, warmup);
        TruthAspect.differing(scenario)
                .forEach((name, world) -> others.put(name, new MuonRun(world, source, sample, worlds, warmup)));
        if (!spot.equals(centred)) {
            others.put("beam spot", new MuonRun(partner, displaced, sample, worlds, warmup));
        }
        others.put(EVERYTHING, new MuonRun(scenario, displaced, sample, worlds, warmup));
    }

    private static MuonGun gun(BeamSpot spot) {
        List<Double> pt = EffectBinning.PT;
        List<Double> absEta = EffectBinning.ABS_ETA;
        return new MuonGun(spot, pt.get(0), pt.get(pt.size() - 1), absEta.get(absEta.size() - 1), 0);
    }

    /** The worlds of one block of muons: the ideal one first, then the others in order. */
    private record Block(List<TrackOutcomes> worlds) {}

    /** Simulates and fits this many muons in every world. */
    public List<EffectResult> run(long muons, int threads, ProgressListener progress) throws InterruptedException {
        List<EffectStudy> studies =
                others.keySet().stream().map(EffectStudy::new).toList();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        long[] done = new long[1];
        try {
            new OrderedBlocks(executor, threads).run(number -> block(number, muons), block -> {
                for (int i = 0; i < studies.size(); i++) {
                    studies.get(i).add(block.worlds().get(0), block.worlds().get(i + 1));
                }
                done[0] += block.worlds().get(0).muons();
                progress.progress("simulate and fit muons in " + (1 + studies.size()) + " worlds", done[0], muons);
                return done[0] < muons;
            });
        } finally {
            executor.shutdownNow();
        }
        return studies.stream().map(EffectStudy::result).toList();
    }

    private Block block(long number, long muons) {
        long first = number * BLOCK;
        int count = (int) Math.max(0, Math.min(BLOCK, muons - first));
        List<TrackOutcomes> worlds = new ArrayList<>();
        worlds.add(ideal.muons(new TrackOutcomes(), first, count));
        others.values().forEach(run -> worlds.add(run.muons(new TrackOutcomes(), first, count)));
        return new Block(worlds);
    }
}
