package org.sagitta.validation.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.EventWeights;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.generation.ZLine;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.ScenarioYaml;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.PseudodataRequest.IdealColumns;
import org.sagitta.validation.study.PseudodataResult;

/**
 * Makes pseudo-data of a resonance: files of disjoint ranges of generated events, each named by resonance, first and last
 * event, as {@code Z-000000000-000099999.h5}. What is in a file depends on the request without its shard, its threads and its
 * folder, so that any number of processes together make the same files as one.
 */
public final class PseudodataRun {
    private static final int BLOCK = 512;

    private final PseudodataRequest request;
    private final ProgressListener progress;
    private final Worlds worlds;
    private final PairSource source;
    private final @Nullable PairSource ideal;
    private final @Nullable VariedCurvatures corrections;
    private final EventWeights masses;
    private final EventWeights widths;
    private final Counts counts = new Counts();

    /** What has been made so far. */
    private static final class Counts {
        private final Map<String, Long> lost = new TreeMap<>();
        private final List<String> files = new ArrayList<>();
        private long pairs;
        private long done;
    }

    /** @throws BadInputException (usage) if there is no file for this shard */
    public PseudodataRun(PseudodataRequest request, ProgressListener progress) {
        this.request = request;
        this.progress = progress;
        if (firstFile() == endFile()) {
            throw BadInputException.usage("shard " + request.shard().index() + "/"
                    + request.shard().count() + ": there are " + request.files() + " files of "
                    + request.eventsPerFile() + " events for all shards, at least one for each is needed");
        }
        Scenario scenario = request.scenario();
        Resonance resonance = request.resonance();
        KernelWarmup warmup = new KernelWarmup();
        this.worlds = new Worlds(CmsTracker.load(), request.seed());
        this.source = PairSource.of(scenario, resonance, worlds, warmup);
        this.ideal = request.ideal() == IdealColumns.ABSENT
                ? null
                : PairSource.named(
                        PairSource.sample(scenario, resonance), scenario.idealPartner(), resonance, worlds, warmup);
        this.corrections = request.correction().map(VariedCurvatures::new).orElse(null);
        ZLine line = scenario.generation().zLine();
        this.masses = resonance == Resonance.Z ? EventWeights.zMass(line) : EventWeights.none();
        this.widths = resonance == Resonance.Z ? EventWeights.zWidth(line) : EventWeights.none();
    }

    private long firstFile() {
        return request.shard().first(request.files());
    }

    private long endFile() {
        return request.shard().end(request.files());
    }

    /**
     * Makes the files of the shard, one after the other. To be called once.
     *
     * @throws BadInputException (usage) if a file cannot be written; those before are complete then
     */
    public PseudodataResult run() throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(request.threads());
        try {
            OrderedBlocks blocks = new OrderedBlocks(executor, request.threads());
            for (long file = firstFile(); file < endFile(); file++) {
                make(blocks, file * request.eventsPerFile());
            }
        } finally {
            executor.shutdownNow();
        }
        return new PseudodataResult(
                firstFile() * request.eventsPerFile(), counts.done, counts.pairs, counts.lost, counts.files);
    }

    private long end(long first) {
        return Math.min(request.events(), first + request.eventsPerFile());
    }

    private void make(OrderedBlocks blocks, long first) throws InterruptedException {
        int curvatures = corrections == null ? 0 : corrections.size();
        PseudoColumns columns = new PseudoColumns(masses, widths, curvatures, request.ideal());
        long end = end(first);
        long before = counts.done;
        blocks.run(number -> block(first + number * BLOCK, end), block -> {
            take(block, columns);
            return counts.done - before < end - first;
        });
        String name = String.format(Locale.ROOT, "%s-%09d-%09d.h5", request.resonance(), first, end - 1);
        Path file = request.folder().resolve(name);
        SampleHdf5.write(
                file, new Sample(provenance(first, end), columns.tables().build()));
        counts.files.add(name);
    }

    /** The events of a block, none of them beyond the end. */
    private List<Made> block(long first, long end) {
        int count = (int) Math.max(0, Math.min(BLOCK, end - first));
        List<PairOutcome> outcomes = source.events(first, count);
        Map<Long, FittedPair> ideals = idealPairs(first, count);
        List<Made> block = new ArrayList<>(count);
        for (PairOutcome outcome : outcomes) {
            if (outcome instanceof FittedPair pair) {
                block.add(new Made(Optional.of(event(pair, Optional.ofNullable(ideals.get(pair.event())))), ""));
            } else if (outcome instanceof LostPair reason) {
                block.add(new Made(Optional.empty(), reason.reason()));
            }
        }
        return block;
    }

    /** An accepted event, or why there is none. */
    private record Made(Optional<PseudoEvent> event, String reason) {}

    private Map<Long, FittedPair> idealPairs(long first, int count) {
        Map<Long, FittedPair> found = new HashMap<>();
        if (ideal != null) {
            for (PairOutcome outcome : ideal.events(first, count)) {
                if (outcome instanceof FittedPair pair) {
                    found.put(pair.event(), pair);
                }
            }
        }
        return found;
    }

    private PseudoEvent event(FittedPair pair, Optional<FittedPair> idealPair) {
        if (corrections == null) {
            return new PseudoEvent(pair, new double[0], new double[0], idealPair);
        }
        return new PseudoEvent(
                pair,
                corrections.of(pair.plus().perigee()),
                corrections.of(pair.minus().perigee()),
                idealPair);
    }

    private void take(List<Made> block, PseudoColumns columns) {
        for (Made made : block) {
            made.event()
                    .ifPresentOrElse(
                            event -> {
                                columns.add(event);
                                counts.pairs++;
                            },
                            () -> counts.lost.merge(made.reason(), 1L, Long::sum));
        }
        counts.done += block.size();
        long all = Math.min(request.events(), endFile() * request.eventsPerFile());
        progress.progress(
                "pseudo-data " + request.resonance(), counts.done, all - firstFile() * request.eventsPerFile());
    }

    private Provenance provenance(long first, long end) {
        String version = request.origin().version();
        int plus = version.indexOf('+');
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("command", request.origin().command());
        notes.put("inputs", request.origin().inputs());
        notes.put("generated_events", first + " to " + (end - 1) + " of " + request.events());
        return new Provenance(
                version,
                plus < 0 ? "" : version.substring(plus + 1),
                request.resonance().name(),
                request.scenario().name(),
                ScenarioYaml.write(request.scenario()),
                request.seed(),
                notes);
    }
}
