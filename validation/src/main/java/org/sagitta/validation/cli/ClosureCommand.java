package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.calibration.Provenance;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.ClosureOutcome;
import org.sagitta.validation.pipeline.ClosureRequest;
import org.sagitta.validation.pipeline.ClosureRun;
import org.sagitta.validation.pipeline.ClosureRunner;
import org.sagitta.validation.pipeline.MisalignmentSource;
import org.sagitta.validation.report.ClosureCharts;
import org.sagitta.validation.report.ClosureJson;
import org.sagitta.validation.report.ClosureTable;
import org.sagitta.validation.study.BiasLimits;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.ClosureVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: simulate, fit, calibrate on J/psi, and say how well Upsilon and Z close. */
@Command(
        name = "closure",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates and fits J/psi, Upsilon(1S) and Z -> mu mu in a scenario and in the ideal world, calibrates on the"
                    + " J/psi alone, and reports the mass scale of all samples before and after.",
            "Exit code 4 if a mass bias of Upsilon or Z is larger than --max-bias, or in a bin larger than"
                    + " --max-bias-in-eta or --max-bias-in-phi, by more than twice its statistical error."
        })
public final class ClosureCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions run = new ThreadOptions();

    @Mixin
    private OutputOption folder = new OutputOption();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "w-like-2011",
            description = "Bundled scenario or YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--jpsi",
            paramLabel = "N",
            description = "Accepted J/psi pairs (default: as many as the scenario says, usually 600000).")
    private @Nullable Integer jpsi;

    @Option(
            names = "--upsilon",
            paramLabel = "N",
            description = "Accepted Upsilon(1S) pairs (default: as many as the scenario says, usually 100000).")
    private @Nullable Integer upsilon;

    @Option(
            names = "--z",
            paramLabel = "N",
            description = "Accepted Z pairs (default: as many as the scenario says, usually 200000).")
    private @Nullable Integer z;

    @Option(
            names = "--max-bias",
            paramLabel = "X",
            defaultValue = "2e-4",
            description = "Largest relative mass bias that passes (default: ${DEFAULT-VALUE}).")
    private double maxBias;

    @Option(
            names = "--max-bias-in-eta",
            paramLabel = "X",
            description = "The same in a bin of eta (default: that of --max-bias).")
    private @Nullable Double maxBiasInEta;

    @Option(
            names = "--max-bias-in-phi",
            paramLabel = "X",
            description = "The same in a bin of phi (default: that of --max-bias).")
    private @Nullable Double maxBiasInPhi;

    @Option(
            names = "--misalignment-from",
            paramLabel = "JPSI|JPSI_AND_Z",
            defaultValue = "JPSI",
            description = "Pairs that M is calibrated on; A and e are always those of the J/psi (default:"
                    + " ${DEFAULT-VALUE}).")
    private MisalignmentSource misalignment = MisalignmentSource.JPSI;

    @Option(
            names = "--keep-pairs",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Pairs of each sample that are written to samples/, the first ones (default:"
                    + " ${DEFAULT-VALUE}).")
    private long keptPairs;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    private final ClosureRunner runner;

    /** The command with the pipeline behind it. */
    public ClosureCommand() {
        this(new ClosureRun(Version.text()));
    }

    ClosureCommand(ClosureRunner runner) {
        this.runner = runner;
    }

    @Override
    public Integer call() throws InterruptedException {
        ClosureRequest request = request(Scenarios.find(scenario));
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                "sagitta closure: scenario %s, seed %d, %d threads, results in %s%n",
                scenario, request.seed(), request.threads(), request.output());
        err.flush();
        ClosureOutcome outcome;
        try (ProgressDisplay display = progress.open(err)) {
            outcome = runner.run(request, display);
        }
        write(outcome, request.output());
        return verdict(outcome.result());
    }

    /** Checks all options before the folder is made. */
    private ClosureRequest request(Scenario found) {
        Map<Resonance, Integer> pairs = new EnumMap<>(Resonance.class);
        pairs.put(Resonance.JPSI, pairs("--jpsi", jpsi, found.events(Resonance.JPSI)));
        pairs.put(Resonance.UPSILON_1S, pairs("--upsilon", upsilon, found.events(Resonance.UPSILON_1S)));
        pairs.put(Resonance.Z, pairs("--z", z, found.events(Resonance.Z)));
        BiasLimits limits = new BiasLimits(
                limit("--max-bias", maxBias),
                limit("--max-bias-in-eta", maxBiasInEta == null ? maxBias : maxBiasInEta),
                limit("--max-bias-in-phi", maxBiasInPhi == null ? maxBias : maxBiasInPhi));
        if (keptPairs < 0) {
            throw BadInputException.usage("--keep-pairs " + keptPairs + ": must be at least 0");
        }
        long seed = run.seed(found.seed());
        return new ClosureRequest(
                found.withRun(seed, pairs),
                run.threads(),
                limits,
                misalignment,
                keptPairs,
                folder.output(found.name(), seed));
    }

    private static double limit(String option, double bias) {
        if (!(bias >= 0 && Double.isFinite(bias))) {
            throw BadInputException.usage(option + " " + bias + ": must be a finite number, at least 0");
        }
        return bias;
    }

    private static int pairs(String option, @Nullable Integer given, int otherwise) {
        int n = given == null ? otherwise : given;
        if (n < 1) {
            throw BadInputException.usage(option + " " + n + ": must be at least 1 pair");
        }
        return n;
    }

    private void write(ClosureOutcome outcome, Path folder) {
        ClosureJson.write(outcome.result(), folder.resolve("closure.json"));
        Provenance provenance = new Provenance("sagitta " + outcome.result().version(), List.of());
        AtomicFile.writeText(folder.resolve("correction.json"), CorrectionJson.write(outcome.correction(), provenance));
        new ClosureCharts(outcome.result()).write(folder, outcome.parameters(), outcome.peaks());
        PrintWriter out = spec.commandLine().getOut();
        out.print(ClosureTable.of(outcome.result()));
        out.printf("%npairs not accepted: %s%n", byReason(outcome.rejected()));
        out.flush();
    }

    private static String byReason(Map<String, Long> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    private int verdict(ClosureResult result) {
        List<ClosureVerdict.Excess> excesses = ClosureVerdict.excesses(result.samples(), result.limits());
        PrintWriter out = spec.commandLine().getOut();
        if (excesses.isEmpty()) {
            out.printf(
                    "%nclosure passed: no mass bias of Upsilon or Z beyond %.1e, %.1e in eta, %.1e in phi%n",
                    result.limits().inclusive(),
                    result.limits().inEta(),
                    result.limits().inPhi());
            out.flush();
            return ExitCode.OK;
        }
        String more = excesses.size() == 1 ? "" : " (and " + (excesses.size() - 1) + " more)";
        PrintWriter err = spec.commandLine().getErr();
        err.println("sagitta closure: " + ClosureTable.describe(excesses.get(0)) + more);
        err.flush();
        return ExitCode.THRESHOLD;
    }
}
