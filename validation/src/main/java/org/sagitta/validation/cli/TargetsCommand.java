package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.PeakStudyRun;
import org.sagitta.validation.report.TargetJson;
import org.sagitta.validation.report.TargetTable;
import org.sagitta.validation.study.TargetResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What each effect on the mass target is worth. */
@Command(
        name = "targets",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Compares the J/psi of a scenario and of its ideal partner with a mass target of which one part is left out at a"
                    + " time, and prints how far the mass scale moves, in a fit that stands alone and in one that is referenced"
                    + " to the ideal world."
        })
final class TargetsCommand implements Callable<Integer> {
    private static final int LEAST = 2000;

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
            names = "--jpsi",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Accepted J/psi in each world (default: ${DEFAULT-VALUE}).")
    private int jpsi;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        if (jpsi < LEAST) {
            throw BadInputException.usage("--jpsi " + jpsi + ": must be at least " + LEAST);
        }
        Scenario found = Scenarios.find(scenario);
        Scenario chosen = found.withSeed(threads.seed(found.seed())).withPairs(Resonance.JPSI, jpsi);
        TargetResult result;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            result = new PeakStudyRun(chosen, threads.threads()).targets(display);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(TargetJson.tree(chosen.name(), chosen.seed(), result).toPrettyString());
        } else {
            out.printf("%d J/psi of %s and as many of its ideal partner%n%n", jpsi, chosen.name());
            out.print(TargetTable.of(result));
        }
        out.flush();
        return ExitCode.OK;
    }
}
