package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.CoverageRequest;
import org.sagitta.validation.pipeline.UncertaintyRun;
import org.sagitta.validation.report.UncertaintyReport;
import org.sagitta.validation.study.InjectedBias;
import org.sagitta.validation.study.UncertaintyPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The parts of the error of a calibration. */
@Command(
        name = "uncertainties",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Calibrates toy J/psi again and again, each time with one assumption changed and the same random"
                + " numbers, and prints what that does to the mass scales of Upsilon and Z and to the charge-even and"
                + " charge-odd scales of muons of 45 GeV, beside the statistical parts.")
final class UncertaintiesCommand implements Callable<Integer> {
    private static final int FEWEST_PAIRS = 5000;

    private static final int MOST_EXPERIMENTS = 10_000;

    private static final int MOST = 5_000_000;

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
            defaultValue = "10",
            description = "Experiments over which shifts are averaged (default: ${DEFAULT-VALUE}).")
    private int experiments;

    @Option(
            names = "--jpsi",
            paramLabel = "N",
            defaultValue = "100000",
            description = "J/psi pairs in each, and as many of the ideal world (default: ${DEFAULT-VALUE}).")
    private int jpsi;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        if (jpsi < FEWEST_PAIRS || jpsi > MOST) {
            throw BadInputException.usage("--jpsi " + jpsi + ": must be from " + FEWEST_PAIRS + " to " + MOST);
        }
        if (experiments < 2 || experiments > MOST_EXPERIMENTS) {
            throw BadInputException.usage("--experiments " + experiments + ": must be from 2 to " + MOST_EXPERIMENTS);
        }
        Scenario chosen = Scenarios.find(scenario);
        CoverageRequest request = new CoverageRequest(
                chosen, threads.seed(chosen.seed()), experiments, jpsi, InjectedBias.STANDARD, threads.threads());
        List<UncertaintyPart> parts;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            parts = new UncertaintyRun(request, display).parts();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(UncertaintyReport.tree(chosen.name(), request.seed(), jpsi, parts)
                    .toPrettyString());
        } else {
            out.printf(
                    "%d experiments of %d J/psi pairs, scenario %s, seed %d; in ppm%n%n",
                    experiments, jpsi, chosen.name(), request.seed());
            out.print(UncertaintyReport.table(parts));
        }
        out.flush();
        return ExitCode.OK;
    }
}
