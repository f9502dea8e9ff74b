package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.CoverageRequest;
import org.sagitta.validation.pipeline.CoverageRun;
import org.sagitta.validation.report.CoverageJson;
import org.sagitta.validation.report.CoverageTable;
import org.sagitta.validation.study.CoverageResult;
import org.sagitta.validation.study.InjectedBias;
import org.sagitta.validation.study.PullSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whether the errors of the calibration cover: pulls over pseudo-experiments. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Makes pseudo-experiments, each with a truth of its own, calibrates each on its J/psi, and prints mean and"
                    + " width of the pulls of every parameter, of the mass scales of Upsilon and Z and of the curvature"
                    + " scales at 45 GeV.",
            "Exit code 4 if a width differs from 1 by more than 0.05, or a mean from 0 by more than 0.1, and by more"
                    + " than three statistical errors beyond that."
        })
final class CoverageCommand implements Callable<Integer> {
    /** Fewer pairs than this do not fill a target and leave parameters to their priors. */
    private static final int FEWEST_PAIRS = 5000;

    private static final int MOST = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "w-like-2011",
            description = "Bundled scenario or YAML file, for spectra, acceptance and resolution"
                    + " (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--experiments",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Fast experiments, with muons that are smeared (default: ${DEFAULT-VALUE}).")
    private int experiments;

    @Option(
            names = "--full",
            paramLabel = "N",
            description = "Instead, this many experiments with muons that are simulated and fitted.")
    private @Nullable Integer full;

    @Option(
            names = "--jpsi",
            paramLabel = "N",
            defaultValue = "20000",
            description = "J/psi pairs in each, and as many of the ideal world, from 5000 (default: ${DEFAULT-VALUE}).")
    private int jpsi;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        int count = full == null ? experiments : full;
        between(full == null ? "--experiments" : "--full", count, 2);
        between("--jpsi", jpsi, FEWEST_PAIRS);
        Scenario chosen = Scenarios.find(scenario);
        CoverageRequest request = new CoverageRequest(
                chosen, threads.seed(chosen.seed()), count, jpsi, InjectedBias.STANDARD, threads.threads());
        CoverageResult result;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            CoverageRun run = new CoverageRun(request, display);
            result = full == null ? run.toys() : run.simulated();
        }
        print(chosen.name(), request, result);
        return verdict(result);
    }

    private static void between(String option, int value, int least) {
        if (value < least || value > MOST) {
            throw BadInputException.usage(option + " " + value + ": must be from " + least + " to " + MOST);
        }
    }

    private void print(String name, CoverageRequest request, CoverageResult result) {
        PrintWriter out = spec.commandLine().getOut();
        String kind = full == null ? "fast" : "full";
        if (json) {
            out.println(CoverageJson.tree(name, kind, request.seed(), request.jpsi(), result)
                    .toPrettyString());
        } else {
            out.printf(
                    "%d %s experiments of %d J/psi pairs, scenario %s, seed %d%n%n",
                    result.experiments(), kind, request.jpsi(), name, request.seed());
            out.print(CoverageTable.of(result));
        }
        out.flush();
    }

    private int verdict(CoverageResult result) {
        List<PullSummary> excesses = result.excesses();
        if (excesses.isEmpty() && result.failed() == 0) {
            return ExitCode.OK;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("sagitta coverage: "
                + (excesses.isEmpty()
                        ? result.failed() + " fits did not settle"
                        : CoverageTable.describe(excesses.get(0)) + " and " + (excesses.size() - 1) + " more"));
        err.flush();
        return ExitCode.THRESHOLD;
    }
}
