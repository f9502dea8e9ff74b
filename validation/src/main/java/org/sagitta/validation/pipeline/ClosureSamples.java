package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sagitta.calibration.Correction;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.validation.study.PairStore;
import org.sagitta.validation.study.SamplePair;

/**
 * Simulated and fitted pairs of a scenario and of its ideal partner, and the calibration on them. Whoever asks for a
 * sample owns nothing: samples live in files without a name in a folder, until this is closed. Used by one thread, which
 * waits while others work.
 */
final class ClosureSamples implements AutoCloseable {
    /** Pairs of twins in the ideal world per pair of the scenario. */
    private static final double TWIN_SHARE = 0.25;

    private final Scenario scenario;
    private final Path folder;
    private final SampleArchive archive;
    private final ProgressListener progress;
    private final ExecutorService executor;
    private final Worlds worlds;
    private final KernelWarmup warmup = new KernelWarmup();
    private final OrderedBlocks blocks;
    private final PairStream stream;
    private final List<ScratchPairs> samples = new ArrayList<>();
    private final Map<String, Long> rejected = new TreeMap<>();

    /**
     * @param scenario both worlds, the seed and the numbers of accepted pairs
     * @param threads that make pairs; no result depends on their number
     * @param folder of the files without a name; made if it does not exist
     * @param archive where pairs are written besides, see {@link SampleArchive#NONE}
     */
    ClosureSamples(Scenario scenario, int threads, Path folder, SampleArchive archive, ProgressListener progress) {
        this.scenario = scenario;
        this.folder = folder;
        this.archive = archive;
        this.progress = progress;
        this.executor = Executors.newFixedThreadPool(threads);
        this.worlds = new Worlds(CmsTracker.load(), scenario.seed());
        this.blocks = new OrderedBlocks(executor, threads);
        this.stream = new PairStream(blocks);
    }

    /** Samples of which nothing is kept; as long as they are needed they are in the folder for temporary files. */
    static ClosureSamples unarchived(Scenario scenario, int threads, ProgressListener progress) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        return new ClosureSamples(scenario, threads, folder, SampleArchive.NONE, progress);
    }

    /** Pairs of a resonance in the scenario, and as many others in the ideal partner: what a calibration is made on. */
    SamplePair independent(Resonance resonance) throws InterruptedException {
        return against(
                resonance, scenario.events(resonance), partner -> PairSource.of(partner, resonance, worlds, warmup));
    }

    /**
     * Pairs of a resonance in the scenario, and fewer others in the ideal partner, each event twice with opposite chances: what
     * a calibration is made on when the ideal world serves as a reference only.
     */
    SamplePair againstTwins(Resonance resonance) throws InterruptedException {
        return against(
                resonance,
                Math.max(1, Math.round(TWIN_SHARE * scenario.events(resonance))),
                partner -> PairSource.twins(partner, resonance, worlds, warmup));
    }

    private SamplePair against(Resonance resonance, long idealPairs, Function<Scenario, PairSource> source)
            throws InterruptedException {
        PairStore measured = inScenario(resonance).pairs();
        Scenario partner = scenario.idealPartner();
        ScratchPairs ideal = scratch();
        SampleMaker maker = maker(ideal, partner, resonance, StopRule.pairs(idealPairs));
        reject(maker.make(stream, source.apply(partner)));
        return new SamplePair(measured, ideal, SamplePair.Partner.OTHER_EVENTS);
    }

    /**
     * Pairs of a resonance in the scenario, and the same events, with the same random numbers, in the ideal partner: what
     * a calibration is tested on. Most of the noise is common to both.
     */
    SamplePair sameEvents(Resonance resonance) throws InterruptedException {
        Made measured = inScenario(resonance);
        Scenario partner = scenario.idealPartner();
        ScratchPairs ideal = scratch();
        SampleMaker maker = maker(ideal, partner, resonance, StopRule.events(measured.events()));
        String sameNumbers = PairSource.sample(scenario, resonance);
        reject(maker.make(stream, PairSource.named(sameNumbers, partner, resonance, worlds, warmup)));
        return new SamplePair(measured.pairs(), ideal, SamplePair.Partner.SAME_EVENTS);
    }

    /** The calibration of the scenario on its J/psi. Archives are complete when it begins. */
    Correction calibrate(SamplePair jpsi) {
        return onArchived(() ->
                calibration().calibrate(jpsi.scenario().measured(), jpsi.ideal().measured()));
    }

    /** The same with a report of the fit. */
    JpsiCalibration.Calibrated calibrateAndReport(SamplePair jpsi) {
        return onArchived(() -> calibration()
                .calibrated(jpsi.scenario().measured(), jpsi.ideal().measured()));
    }

    private <T> T onArchived(Supplier<T> calibration) {
        archive.finish();
        progress.progress("calibrate on J/psi", 0, 1);
        T result = calibration.get();
        progress.progress("calibrate on J/psi", 1, 1);
        return result;
    }

    /** How the scenario is calibrated. */
    JpsiCalibration calibration() {
        return new JpsiCalibration(executor, scenario, worlds);
    }

    /** The calibration with an M that the Z has improved, see {@link ZMisalignment}. */
    Correction improveMisalignment(Correction jpsi, SamplePair z) {
        progress.progress("calibrate M on Z", 0, 1);
        Correction correction = new ZMisalignment(executor)
                .improve(jpsi, z.scenario().measured(), z.ideal().measured());
        progress.progress("calibrate M on Z", 1, 1);
        return correction;
    }

    /** Generated pairs that did not become accepted ones, by reason, all samples so far together. */
    Map<String, Long> rejected() {
        return Map.copyOf(rejected);
    }

    /** The threads, for what is to be done with the samples. */
    ExecutorService executor() {
        return executor;
    }

    private record Made(ScratchPairs pairs, long events) {}

    private Made inScenario(Resonance resonance) throws InterruptedException {
        ScratchPairs pairs = scratch();
        SampleMaker maker = maker(pairs, scenario, resonance, StopRule.pairs(scenario.events(resonance)));
        reject(maker.make(stream, PairSource.of(scenario, resonance, worlds, warmup)));
        return new Made(pairs, maker.events());
    }

    private ScratchPairs scratch() {
        ScratchPairs pairs = new ScratchPairs(folder);
        samples.add(pairs);
        return pairs;
    }

    private SampleMaker maker(ScratchPairs pairs, Scenario world, Resonance resonance, StopRule stop) {
        String stage = "simulate " + resonance + (world.equals(scenario) ? "" : ", ideal");
        return new SampleMaker(pairs, stop, archive.sink(world, resonance, blocks::later), progress, stage);
    }

    private void reject(Map<String, Long> byReason) {
        byReason.forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
    }

    @Override
    public void close() {
        executor.shutdownNow();
        samples.forEach(ScratchPairs::close);
    }
}
