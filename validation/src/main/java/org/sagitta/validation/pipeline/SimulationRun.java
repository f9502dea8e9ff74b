package org.sagitta.validation.pipeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.external.EventFiles;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.io.events.EventReader;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.io.hepmc.HepMcWriter;
import org.sagitta.data.sample.PairTables;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.scenario.ScenarioYaml;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.SimulationAccumulator;
import org.sagitta.validation.study.SimulationResult;

/**
 * Takes events from a file or a generator through simulation and fit into a sample. Events keep their order, and no byte
 * depends on the number of threads. The sample is held in memory until it is complete; nothing is written under its name
 * before.
 */
public final class SimulationRun {
    /** Events per block: some milliseconds of work. */
    private static final int BLOCK = 512;

    /** What the tracker sees; muons of other generators fly everywhere. */
    private static final Acceptance TRACKER = new Acceptance(2.5, 0.2);

    /** A muon of the pair is outside of what the tracker sees, and was not simulated. */
    private static final String OUTSIDE_TRACKER = "OUTSIDE_TRACKER";

    private final String version;
    private final SimulationRequest request;
    private final ProgressListener progress;
    private final PairTables tables = new PairTables();
    private final SimulationAccumulator sums;

    /** @param version of the program, for the record */
    public SimulationRun(String version, SimulationRequest request, ProgressListener progress) {
        this.version = version;
        this.request = request;
        this.progress = progress;
        this.sums = new SimulationAccumulator();
    }

    /**
     * Runs it and writes the files. To be called once.
     *
     * @throws BadInputException if the input is not as it must be, or a file cannot be written; there is no output then
     */
    public SimulationResult run() throws InterruptedException {
        SimulationResult result;
        if (request.input() instanceof SimulationInput.EventFile file) {
            try (EventReader reader = EventFiles.open(file.path());
                    FilePairFeed feed =
                            new FilePairFeed(request.scenario(), file, reader, request.seed(), fileSample())) {
                stream(feed, fileSample(), TRACKER, Long.MAX_VALUE, file.label());
                result = sums.result(file.label(), reader.format());
            }
        } else {
            SimulationInput.Generated generated = (SimulationInput.Generated) request.input();
            Resonance resonance = generated.resonance();
            String sample = PairSource.sample(request.scenario(), resonance);
            PairFeed feed = PairFeed.generated(request.scenario().generator(resonance), request.seed(), sample);
            Acceptance acceptance = request.scenario().acceptance(resonance);
            stream(feed, sample, acceptance, generated.pairs(), resonance.name());
            result = sums.result(resonance.name(), "generated");
        }
        return result;
    }

    /** The name of a file must not matter to what becomes of its events. */
    private String fileSample() {
        return request.scenario().name() + "/file";
    }

    private void stream(PairFeed feed, String sample, Acceptance acceptance, long wanted, String label)
            throws InterruptedException {
        Worlds worlds = new Worlds(CmsTracker.load(), request.seed());
        PairChains chains = new PairChains(request.scenario(), sample, worlds, acceptance, new KernelWarmup());
        Job job = new Job(feed, chains, wanted, label);
        if (request.hepmc().isEmpty()) {
            job.run(null);
            writeSample(label);
        } else {
            writeBoth(job, request.hepmc().get(), label);
        }
    }

    /** The text file grows while the job runs, under a temporary name; it is complete before the sample is written. */
    private void writeBoth(Job job, Path hepmc, String label) throws InterruptedException {
        try {
            AtomicFile.write(hepmc, out -> {
                try {
                    writeEvents(job, packed(hepmc, out));
                    writeSample(label);
                } catch (UncheckedIOException e) {
                    throw new IOException(e.getCause());
                } catch (InterruptedException e) {
                    throw new Interrupted(e);
                }
            });
        } catch (Interrupted e) {
            throw e.cause;
        }
    }

    private void writeEvents(Job job, OutputStream packed) throws IOException, InterruptedException {
        try (packed) {
            HepMcWriter writer = new HepMcWriter(packed, version);
            job.run(writer);
            writer.end();
        }
    }

    private static OutputStream packed(Path file, OutputStream out) throws IOException {
        return new BufferedOutputStream(file.toString().endsWith(".gz") ? new GZIPOutputStream(out) : out);
    }

    private void writeSample(String label) {
        String yaml = ScenarioYaml.write(request.scenario());
        int plus = version.indexOf('+');
        Provenance provenance = new Provenance(
                version,
                plus < 0 ? "" : version.substring(plus + 1),
                label,
                request.scenario().name(),
                yaml,
                request.seed());
        SampleHdf5.write(request.output(), new Sample(provenance, tables.build()));
    }

    /** Carries an interruption through a method that knows of none. */
    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final InterruptedException cause;

        Interrupted(InterruptedException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    /** Events of a block and what became of those that were simulated, in order. */
    private record Block(List<FeedEvent> events, List<PairOutcome> outcomes) {}

    /** The events from first to last. */
    private final class Job {
        private final PairFeed feed;
        private final PairChains chains;
        private final long wanted;
        private final String stage;
        private @Nullable HepMcWriter writer;

        Job(PairFeed feed, PairChains chains, long wanted, String label) {
            this.feed = feed;
            this.chains = chains;
            this.wanted = wanted;
            this.stage = "simulate " + label;
        }

        void run(@Nullable HepMcWriter events) throws InterruptedException {
            writer = events;
            ExecutorService executor = Executors.newFixedThreadPool(request.threads());
            try {
                new OrderedBlocks(executor, request.threads()).run(this::block, this::take);
            } finally {
                executor.shutdownNow();
            }
        }

        private Block block(long number) {
            List<FeedEvent> events = feed.events(number * BLOCK, BLOCK);
            List<NumberedPair> inside = new ArrayList<>(FeedEvent.pairs(events));
            inside.removeIf(pair -> !TRACKER.accepts(pair.pair()));
            return new Block(events, chains.outcomes(inside));
        }

        private boolean take(Block block) {
            Iterator<PairOutcome> outcomes = block.outcomes().iterator();
            for (FeedEvent event : block.events()) {
                if (event instanceof FeedEvent.WithoutPair without) {
                    sums.addWithoutPair(without.reason());
                } else if (event instanceof FeedEvent.WithPair with) {
                    boolean inside = TRACKER.accepts(with.numbered().pair());
                    add(with, inside ? outcomes.next() : new LostPair(OUTSIDE_TRACKER));
                }
                if (sums.fitted() == wanted) {
                    break;
                }
            }
            tell();
            return sums.fitted() < wanted && block.events().size() == BLOCK;
        }

        private void add(FeedEvent.WithPair with, PairOutcome outcome) {
            HepMcWriter events = writer;
            if (events != null) {
                events.write(with.numbered().event(), with.numbered().pair(), with.weight());
            }
            if (outcome instanceof FittedPair pair) {
                tables.add(SampleFiles.row(pair), with.weight());
                sums.addFitted(pair.mass().mass(), pair.generated().mass(), with.weight());
            } else if (outcome instanceof LostPair lost) {
                sums.addLost(lost.reason(), with.weight());
            }
        }

        private void tell() {
            if (feed.size() > 0) {
                progress.progress(stage + " (bytes read)", feed.used(), feed.size());
                return;
            }
            progress.progress(stage, sums.fitted(), wanted);
            Patience.require(stage, sums.fitted(), sums.events(), "");
        }
    }
}
