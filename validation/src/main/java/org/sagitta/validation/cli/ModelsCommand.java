package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagitta.calibration.fit.ModelScore;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.ModelRun;
import org.sagitta.validation.report.ModelJson;
import org.sagitta.validation.report.ModelTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which model of the calibration the J/psi ask for. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Simulates and fits J/psi in a scenario and in the ideal world and calibrates them with several models: A with"
                    + " other dependence on eta and phi, e with other dependence on momentum, M in other bins and harmonics.",
            "Prints for each the information criteria and how well pairs close that the fit has not seen. Upsilon and Z are"
                    + " not looked at. The model of a scenario is its key calibration: model."
        })
final class ModelsCommand implements Callable<Integer> {
    /** So that each half fills the cells of its test. */
    private static final int FEWEST = 1000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = Scenarios.W_LIKE_2011,
            description = "Bundled scenario or YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--jpsi",
            paramLabel = "N",
            defaultValue = "300000",
            description = "Accepted J/psi pairs in each world (default: ${DEFAULT-VALUE}).")
    private int jpsi;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        if (jpsi < FEWEST) {
            throw BadInputException.usage("--jpsi " + jpsi + ": must be at least " + FEWEST);
        }
        Scenario found = Scenarios.find(scenario);
        Scenario chosen = found.withSeed(threads.seed(found.seed()));
        List<ModelScore> scores;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            scores = new ModelRun(chosen).run(jpsi, threads.threads(), display);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    ModelJson.tree(chosen.name(), chosen.seed(), jpsi, scores).toPrettyString());
        } else {
            out.printf("%d J/psi in each world of %s, seed %d%n%n", jpsi, chosen.name(), chosen.seed());
            out.print(ModelTable.of(scores));
        }
        out.flush();
        return ExitCode.OK;
    }
}
