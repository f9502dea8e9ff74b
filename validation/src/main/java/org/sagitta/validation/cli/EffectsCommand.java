package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.EffectRun;
import org.sagitta.validation.report.EffectJson;
import org.sagitta.validation.report.EffectTable;
import org.sagitta.validation.study.EffectResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What each difference between the two worlds of a scenario does. */
@Command(
        name = "effects",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Takes over one aspect of the truth of a scenario at a time into a world that is otherwise what the"
                    + " reconstruction believes, simulates the same muons with the same random numbers, and prints how the"
                    + " pulls and the momentum scale, charge-even and charge-odd, change in |eta| and pT.",
            "Muons are prompt, flat in eta up to 2.4 and in log pT from 2 to 200 GeV."
        })
final class EffectsCommand implements Callable<Integer> {
    /** More do not fit into the memory that the launcher gives: all pulls are kept, about 2 kB a muon with ten effects. */
    private static final int MOST = 400_000;

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
            names = "--muons",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Muons in each world (default: ${DEFAULT-VALUE}).")
    private int muons;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        if (muons < 1 || muons > MOST) {
            throw BadInputException.usage("--muons " + muons + ": must be from 1 to " + MOST);
        }
        Scenario chosen = Scenarios.find(scenario);
        long seed = threads.seed(chosen.seed());
        List<EffectResult> results;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            results = new EffectRun(chosen, seed).run(muons, threads.threads(), display);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EffectJson.tree(chosen.name(), seed, muons, results).toPrettyString());
        } else {
            out.printf("%d muons in each world of %s%n%n", muons, chosen.name());
            out.print(EffectTable.of(results));
        }
        out.flush();
        return ExitCode.OK;
    }
}
