package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.MethodRun;
import org.sagitta.validation.report.MethodChart;
import org.sagitta.validation.report.MethodJson;
import org.sagitta.validation.report.MethodTable;
import org.sagitta.validation.study.MethodResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The schools of calibration on the same samples. */
@Command(
        name = "compare-methods",
        mixinStandardHelpOptions = true,
        description = {
            "Simulates J/psi, Upsilon(1S) and Z -> mu mu in a scenario and in the ideal world, calibrates with every method"
                    + " on one half of the J/psi or of the Z or of both, and compares what is left on the other halves and"
                    + " on the Upsilon: mass bias, charge-odd bias of single legs, pairs needed, processor time.",
            "Writes methods.json and methods.svg."
        })
final class CompareMethodsCommand implements Callable<Integer> {
    /** Each of six parts of a half must have some pairs. */
    private static final int FEWEST = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions run = new ThreadOptions();

    @Mixin
    private OutputOption folder = new OutputOption();

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
            description = "Accepted J/psi pairs, half of which are held out (default: ${DEFAULT-VALUE}).")
    private int jpsi;

    @Option(
            names = "--upsilon",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Accepted Upsilon(1S) pairs, all held out (default: ${DEFAULT-VALUE}).")
    private int upsilon;

    @Option(
            names = "--z",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Accepted Z pairs, half of which are held out (default: ${DEFAULT-VALUE}).")
    private int z;

    @Option(names = "--json", description = "Print JSON instead of the table.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        Scenario found = Scenarios.find(scenario);
        Map<Resonance, Integer> pairs = Map.of(
                Resonance.JPSI, atLeast("--jpsi", jpsi, FEWEST),
                Resonance.UPSILON_1S, atLeast("--upsilon", upsilon, 1),
                Resonance.Z, atLeast("--z", z, FEWEST));
        long seed = run.seed(found.seed());
        Path output = folder.output(found.name(), seed);
        List<MethodResult> results;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            results = new MethodRun(found.withRun(seed, pairs), run.threads(), output).run(display);
        }
        String tree = MethodJson.tree(found.name(), seed, results).toPrettyString();
        AtomicFile.writeText(output.resolve("methods.json"), tree + "\n");
        MethodChart.figure(found.name(), seed, results).writeSvg(output.resolve("methods.svg"));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? tree + "\n" : MethodTable.of(results));
        out.flush();
        return ExitCode.OK;
    }

    private static int atLeast(String option, int given, int least) {
        if (given < least) {
            throw BadInputException.usage(option + " " + given + ": must be at least " + least + " pairs");
        }
        return given;
    }
}
