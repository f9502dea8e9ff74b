package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.Radiation;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.IoReason;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.SimulationInput;
import org.sagitta.validation.pipeline.SimulationInput.AddedRadiation;
import org.sagitta.validation.pipeline.SimulationInput.Vertices;
import org.sagitta.validation.pipeline.SimulationRequest;
import org.sagitta.validation.pipeline.SimulationRun;
import org.sagitta.validation.report.SimulationJson;
import org.sagitta.validation.report.SimulationTable;
import org.sagitta.validation.study.SimulationResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes muon pairs of another generator, or of ours, through simulation and fit into a sample. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Simulates and fits muon pairs in a scenario and writes them as an HDF5 sample: those of an event file in HepMC3"
                    + " text or Les Houches (LHE) format, plain or gzip, told apart by content; or generated ones.",
            "Of an event the positive and the negative muon with the largest pT are the pair. Units, weights, signs and"
                    + " vertices are those that the file states."
        })
public final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions run = new ThreadOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "ideal",
            description = "Bundled scenario or YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(names = "--input", paramLabel = "FILE", description = "Event file; or else --resonance.")
    private @Nullable Path input;

    @Option(
            names = "--resonance",
            paramLabel = "NAME",
            description = "Generate one of ${COMPLETION-CANDIDATES}, as the scenario says.")
    private @Nullable Resonance resonance;

    @Option(names = "--pairs", paramLabel = "N", description = "Accepted pairs to generate, with --resonance.")
    private @Nullable Integer pairs;

    @Option(
            names = "--max-events",
            paramLabel = "N",
            description = "Events to take from the start of the file (default: all).")
    private @Nullable Long maxEvents;

    @Option(
            names = "--radiation",
            paramLabel = "none|added",
            description =
                    "added: the muons of the file, which must have no photons yet, radiate in the way of the scenario"
                            + " (default: none).")
    private @Nullable AddedRadiation radiation;

    @Option(
            names = "--beam-spot",
            paramLabel = "file|scenario",
            description = "scenario: vertices are those of the file, shifted by a place drawn from the beam spot of the"
                    + " scenario (default: file).")
    private @Nullable Vertices vertices;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "HDF5 file to write.")
    private Path output = Path.of("");

    @Option(
            names = "--hepmc",
            paramLabel = "FILE",
            description = "Also write the pairs as they were simulated, as HepMC3 text; gzip if it ends with .gz.")
    private @Nullable Path hepmc;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        Scenario found = Scenarios.find(scenario);
        requireFiles();
        long seed = run.seed(found.seed());
        SimulationRequest request =
                new SimulationRequest(found, source(found), seed, run.threads(), output, Optional.ofNullable(hepmc));
        SimulationResult result;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            result = new SimulationRun(Version.text(), request, display).run();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(SimulationJson.tree(found.name(), seed, result).toPrettyString());
        } else {
            out.print(SimulationTable.of(result));
        }
        out.flush();
        return ExitCode.OK;
    }

    private void requireFiles() {
        if (Files.isDirectory(output)) {
            throw BadInputException.usage("--output " + output + ": is a folder, must be a file");
        }
        Path events = hepmc;
        if (events == null) {
            return;
        }
        if (Files.isDirectory(events)) {
            throw BadInputException.usage("--hepmc " + events + ": is a folder, must be a file");
        }
        for (Path other : input == null ? List.of(output) : List.of(output, input)) {
            if (same(events, other)) {
                throw BadInputException.usage("--hepmc " + events + ": must be another file than " + other);
            }
        }
    }

    /** Whether two names stand for one file, also through links. */
    private static boolean same(Path a, Path b) {
        try {
            if (Files.exists(a) && Files.exists(b)) {
                return Files.isSameFile(a, b);
            }
        } catch (IOException e) {
            return false;
        }
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }

    private SimulationInput source(Scenario found) {
        Path file = input;
        Resonance made = resonance;
        if ((file == null) == (made == null)) {
            throw BadInputException.usage("one of --input FILE and --resonance NAME is needed, "
                    + (file == null ? "none" : "both") + " given");
        }
        return file != null ? file(file, found) : generated(Objects.requireNonNull(made));
    }

    private SimulationInput generated(Resonance made) {
        refuse("--max-events", maxEvents, "--resonance");
        refuse("--radiation", radiation, "--resonance");
        refuse("--beam-spot", vertices, "--resonance");
        Integer wanted = pairs;
        if (wanted == null || wanted < 1) {
            throw BadInputException.usage(
                    "--pairs" + (wanted == null ? "" : " " + wanted) + ": with --resonance at least 1 is needed");
        }
        return new SimulationInput.Generated(made, wanted);
    }

    private SimulationInput file(Path file, Scenario found) {
        refuse("--pairs", pairs, "--input");
        if (same(file, output)) {
            throw BadInputException.usage("--output " + output + ": must be another file than --input");
        }
        long most = maxEvents == null ? Long.MAX_VALUE : maxEvents;
        if (most < 1) {
            throw BadInputException.usage("--max-events " + most + ": must be at least 1");
        }
        AddedRadiation added = radiation == null ? AddedRadiation.NONE : radiation;
        if (added == AddedRadiation.ADDED && found.generation().radiation() == Radiation.NONE) {
            throw BadInputException.usage(
                    "--radiation added: the scenario " + found.name() + " has no radiation, needed is one that has");
        }
        Vertices places = vertices == null ? Vertices.FILE : vertices;
        return new SimulationInput.EventFile(file, size(file), label(file, added, places), most, added, places);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw BadInputException.data(file + ": cannot be read, " + IoReason.of(e));
        }
    }

    /** Goes into the output; no folders of a machine. */
    private static String label(Path file, AddedRadiation added, Vertices places) {
        return file.getFileName() + ", radiation " + added.name().toLowerCase(Locale.ROOT) + ", beam spot "
                + places.name().toLowerCase(Locale.ROOT);
    }

    private static void refuse(String option, @Nullable Object value, String with) {
        if (value != null) {
            throw BadInputException.usage(
                    option + " " + value.toString().toLowerCase(Locale.ROOT) + ": goes not with " + with);
        }
    }
}
