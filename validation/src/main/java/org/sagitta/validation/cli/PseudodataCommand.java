package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.EventShard;
import org.sagitta.validation.pipeline.PseudodataRequest;
import org.sagitta.validation.pipeline.PseudodataRequest.IdealColumns;
import org.sagitta.validation.pipeline.PseudodataRun;
import org.sagitta.validation.report.PseudodataJson;
import org.sagitta.validation.study.PseudodataResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes simulated and fitted pairs in the columns of CMS. */
@Command(
        name = "pseudodata",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Simulates and fits pairs of a resonance and writes them as HDF5 files in the columns of CMS NanoAOD and of the"
                    + " muon refit of its W analysis: measured, corrected and true momenta, covariances, weights of other"
                    + " masses and widths of the Z, momenta of every eigen-variation of the correction.",
            "Each file holds a range of events; together the shards 0/N to N-1/N make the same files as one run."
        })
public final class PseudodataCommand implements Callable<Integer> {
    private static final Pattern SHARD = Pattern.compile("(\\d{1,9})/(\\d{1,9})");
    private static final long MOST_EVENTS = 1_000_000_000;
    private static final long MOST_PER_FILE = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions run = new ThreadOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "w-like-2011",
            description = "Bundled scenario or YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--resonance",
            required = true,
            paramLabel = "NAME",
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Resonance resonance = Resonance.Z;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "100000",
            description =
                    "Events to generate, of all shards together; accepted ones are written (default: ${DEFAULT-VALUE}).")
    private long events;

    @Option(
            names = "--events-per-file",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Generated events in each file (default: ${DEFAULT-VALUE}).")
    private long perFile;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Make only part I of N of the files, I from 0 (default: all).")
    private @Nullable String shard;

    @Option(
            names = "--correction",
            paramLabel = "FILE",
            description = "A correction.json: adds corrected momenta and those of every eigen-variation.")
    private @Nullable Path correction;

    @Option(
            names = "--ideal",
            description = "Also reconstruct the same events in the ideal partner of the scenario (Muon_cvhideal*).")
    private boolean ideal;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Folder for the files, as Z-000000000-000099999.h5.")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        Scenario found = Scenarios.find(scenario);
        PseudodataRequest request = request(found, run.seed(found.seed()));
        PseudodataResult result;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            result = new PseudodataRun(request, display).run();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PseudodataJson.tree(found.name(), resonance.name(), request.seed(), result)
                    .toPrettyString());
        } else {
            out.printf(
                    "%d of %d events are accepted pairs, written to %d files in %s%n",
                    result.pairs(), result.events(), result.files().size(), output);
        }
        out.flush();
        return ExitCode.OK;
    }

    private PseudodataRequest request(Scenario found, long seed) {
        require("--events", events, MOST_EVENTS);
        require("--events-per-file", perFile, MOST_PER_FILE);
        EventShard part = shard();
        if (Files.exists(output) && !Files.isDirectory(output)) {
            throw BadInputException.usage("--output " + output + ": is a file, must be a folder");
        }
        Path file = correction;
        Optional<CorrectionInput> input = file == null ? Optional.empty() : Optional.of(CorrectionInput.read(file));
        return new PseudodataRequest(
                found.withSeed(seed),
                resonance,
                seed,
                events,
                perFile,
                part,
                input.map(CorrectionInput::correction),
                ideal ? IdealColumns.PRESENT : IdealColumns.ABSENT,
                run.threads(),
                output,
                new PseudodataRequest.Origin(
                        Version.text(),
                        command(found, seed),
                        input.map(CorrectionInput::origin).orElse("none")));
    }

    private static void require(String option, long value, long most) {
        if (value < 1 || value > most) {
            throw BadInputException.usage(option + " " + value + ": must be 1 to " + most);
        }
    }

    private EventShard shard() {
        String text = shard;
        if (text == null) {
            return EventShard.ALL;
        }
        Matcher matcher = SHARD.matcher(text);
        if (matcher.matches()) {
            int index = Integer.parseInt(matcher.group(1));
            int count = Integer.parseInt(matcher.group(2));
            if (index < count) {
                return new EventShard(index, count);
            }
        }
        throw BadInputException.usage("--shard " + text + ": must be I/N with I from 0 to N-1, as 0/4");
    }

    /** What makes the files again: without what they do not depend on, and without folders of a machine. */
    private String command(Scenario found, long seed) {
        Path file = correction;
        return "sagitta pseudodata --scenario " + found.name() + " --resonance " + resonance + " --events " + events
                + " --events-per-file " + perFile + " --seed " + seed
                + (file == null ? "" : " --correction " + file.getFileName()) + (ideal ? " --ideal" : "");
    }
}
