package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.calibration.Correction;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.ScenarioYaml;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.validation.study.PairStore;

/**
 * The main job: simulate and fit the three resonances in the scenario and in its ideal partner, calibrate on the J/psi
 * alone, and compare all three with their ideal partners and with the truth.
 */
public final class ClosureRun implements ClosureRunner {
    private final String version;

    /** @param version of the program, for the record */
    public ClosureRun(String version) {
        this.version = version;
    }

    @Override
    public ClosureOutcome run(ClosureRequest request, ProgressListener progress) throws InterruptedException {
        long start = System.nanoTime();
        Scenario scenario = request.scenario();
        ExecutorService executor = Executors.newFixedThreadPool(request.threads());
        try (Job job = new Job(request, version, progress, executor)) {
            Map<Resonance, SamplePair> samples = new EnumMap<>(Resonance.class);
            for (Resonance resonance : Resonance.closure()) {
                PairStore measured = job.sample(scenario, resonance);
                samples.put(resonance, new SamplePair(measured, job.sample(scenario.idealPartner(), resonance)));
            }
            job.queue.finish();
            Correction correction = job.calibrate(scenario, Objects.requireNonNull(samples.get(Resonance.JPSI)));
            ClosureAnalysis analysis = new ClosureAnalysis(scenario, samples, correction, executor);
            return analysis.outcome(request, version, job.rejected, (System.nanoTime() - start) * 1e-9);
        } finally {
            executor.shutdownNow();
        }
    }

    /** What the steps of one run share. */
    private static final class Job implements AutoCloseable {
        private final ClosureRequest request;
        private final String version;
        private final ProgressListener progress;
        private final Worlds worlds;
        private final ExecutorService executor;
        private final KernelWarmup warmup = new KernelWarmup();
        private final PairStream stream;
        private final FileQueue queue;
        private final List<ScratchPairs> samples = new ArrayList<>();
        private final Map<String, Long> rejected = new TreeMap<>();

        Job(ClosureRequest request, String version, ProgressListener progress, ExecutorService executor) {
            this.request = request;
            this.version = version;
            this.progress = progress;
            this.executor = executor;
            this.worlds = new Worlds(CmsTracker.load(), request.seed());
            OrderedBlocks blocks = new OrderedBlocks(executor, request.threads());
            this.stream = new PairStream(blocks);
            this.queue = new FileQueue(blocks::later);
        }

        PairStore sample(Scenario scenario, Resonance resonance) throws InterruptedException {
            ScratchPairs pairs = new ScratchPairs(request.output());
            samples.add(pairs);
            SampleMaker maker = new SampleMaker(
                    pairs,
                    scenario.events(resonance),
                    files(scenario, resonance),
                    progress,
                    "simulate " + resonance + (scenario.equals(request.scenario()) ? "" : ", ideal"));
            PairSource source = new PairSource(scenario, resonance, worlds, scenario.acceptance(resonance), warmup);
            maker.make(stream, source).forEach((reason, count) -> rejected.merge(reason, count, Long::sum));
            return pairs;
        }

        private PairSink files(Scenario scenario, Resonance resonance) {
            Path folder = request.output().resolve("samples").resolve(scenario.name());
            String yaml = ScenarioYaml.write(scenario);
            return new SampleFiles(
                    folder,
                    resonance.name(),
                    new Provenance(version, revision(version), resonance.name(), scenario.name(), yaml, request.seed()),
                    queue);
        }

        /** The commit, which follows a + in the version. */
        private static String revision(String version) {
            int plus = version.indexOf('+');
            return plus < 0 ? "" : version.substring(plus + 1);
        }

        Correction calibrate(Scenario scenario, SamplePair jpsi) {
            progress.progress("calibrate on J/psi", 0, 1);
            Correction correction = new JpsiCalibration(executor, scenario, worlds)
                    .calibrate(jpsi.scenario().measured(), jpsi.ideal().measured());
            progress.progress("calibrate on J/psi", 1, 1);
            return correction;
        }

        @Override
        public void close() {
            samples.forEach(ScratchPairs::close);
        }
    }
}
