package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.ErrorBudgetRun;
import org.sagitta.validation.pipeline.MisalignmentSource;
import org.sagitta.validation.report.ErrorBudgetChart;
import org.sagitta.validation.report.ErrorBudgetJson;
import org.sagitta.validation.report.ErrorBudgetTable;
import org.sagitta.validation.study.ErrorBudgetLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The error budget of the extrapolation from J/psi to Upsilon and Z. */
@Command(
        name = "budget",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Takes over one aspect of the truth of a scenario at a time into its ideal partner, simulates the same J/psi,"
                    + " Upsilon and Z with the same random numbers in both, calibrates on the J/psi, and prints the biases"
                    + " that are left on the masses of Upsilon and Z and on muons of 45 GeV, charge-even and charge-odd, in"
                    + " ppm. Also each weak mode of the scenario alone, errors of the mass target, and the numerics of the"
                    + " fit.",
            "Errors are from the same without each eighth of the events (jackknife)."
        })
final class BudgetCommand implements Callable<Integer> {
    private static final int LEAST = 1000;

    /** Of one resonance. */
    private static final int MOST = 500_000;

    /** More do not fit into the memory that the launcher gives. */
    private static final int MOST_TOGETHER = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = Scenarios.W_LIKE_2011_DETAILED,
            description = "Bundled scenario or YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--effects",
            paramLabel = "NAME",
            split = ",",
            description = "Only these lines, by their names in the table (default: all).")
    private List<String> effects = List.of();

    @Option(
            names = "--misalignment-from",
            paramLabel = "JPSI|JPSI_AND_Z",
            defaultValue = "JPSI",
            description = "Pairs that M is calibrated on; A and e are always those of the J/psi (default:"
                    + " ${DEFAULT-VALUE}).")
    private MisalignmentSource misalignment = MisalignmentSource.JPSI;

    @Option(
            names = "--jpsi",
            paramLabel = "N",
            defaultValue = "50000",
            description = "J/psi generated in each world (default: ${DEFAULT-VALUE}).")
    private int jpsi;

    @Option(
            names = "--upsilon",
            paramLabel = "N",
            defaultValue = "30000",
            description = "Upsilon generated in each world (default: ${DEFAULT-VALUE}).")
    private int upsilon;

    @Option(
            names = "--z",
            paramLabel = "N",
            defaultValue = "30000",
            description = "Z generated in each world (default: ${DEFAULT-VALUE}).")
    private int z;

    @Option(names = "--figure", paramLabel = "FILE", description = "Draw the largest lines against eta as SVG.")
    private @Nullable Path figure;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        check("--jpsi", jpsi);
        check("--upsilon", upsilon);
        check("--z", z);
        if (jpsi + upsilon + z > MOST_TOGETHER) {
            throw BadInputException.usage("--jpsi " + jpsi + " --upsilon " + upsilon + " --z " + z
                    + ": must be at most " + MOST_TOGETHER + " together");
        }
        Scenario found = Scenarios.find(scenario);
        Scenario chosen = found.withRun(
                threads.seed(found.seed()),
                Map.of(Resonance.JPSI, jpsi, Resonance.UPSILON_1S, upsilon, Resonance.Z, z));
        List<ErrorBudgetLine> lines;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            lines = new ErrorBudgetRun(chosen, misalignment).run(effects, threads.threads(), display);
        }
        if (figure != null) {
            ErrorBudgetChart.of(chosen.name(), lines).writeSvg(figure);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ErrorBudgetJson.tree(chosen, lines).toPrettyString());
        } else {
            out.printf("%s: %d J/psi, %d Upsilon and %d Z in each world%n%n", chosen.name(), jpsi, upsilon, z);
            out.print(ErrorBudgetTable.of(lines));
        }
        out.flush();
        return ExitCode.OK;
    }

    private static void check(String option, int events) {
        if (events < LEAST || events > MOST) {
            throw BadInputException.usage(option + " " + events + ": must be from " + LEAST + " to " + MOST);
        }
    }
}
