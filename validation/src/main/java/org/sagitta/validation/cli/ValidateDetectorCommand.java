package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.DetectorRun;
import org.sagitta.validation.report.DetectorCharts;
import org.sagitta.validation.report.DetectorJson;
import org.sagitta.validation.report.DetectorTable;
import org.sagitta.validation.report.Figure;
import org.sagitta.validation.study.DetectorRequirement;
import org.sagitta.validation.study.DetectorResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The simulated tracker beside the published one. */
@Command(
        name = "detector",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Simulates and fits muons of 1, 10 and 100 GeV and J/psi, Upsilon(1S) and Z, and puts layers and hits, x/X0, the"
                    + " resolutions of pT, d0, z0, phi and cot(theta), and the mass resolutions against |eta| beside what"
                    + " has been published of CMS, with how well each figure is known.",
            "Exit code 4 if a requirement is missed."
        })
final class ValidateDetectorCommand implements Callable<Integer> {
    /** All residuals are kept. */
    private static final int MOST = 1_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = Scenarios.W_LIKE_2011_DETAILED,
            description = "Bundled scenario or YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--muons",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Muons of each momentum (default: ${DEFAULT-VALUE}).")
    private int muons;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Accepted pairs of each resonance (default: ${DEFAULT-VALUE}).")
    private int pairs;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        inRange("--muons", muons);
        inRange("--pairs", pairs);
        Scenario chosen = Scenarios.find(scenario);
        long seed = threads.seed(chosen.seed());
        Path folder = output.output(chosen.name(), seed);
        DetectorResult result;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            result = new DetectorRun(chosen, seed).run(muons, pairs, threads.threads(), display);
        }
        String tree = DetectorJson.tree(chosen.name(), seed, result).toPrettyString();
        write(chosen.name(), result, tree, folder);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? tree + System.lineSeparator() : DetectorTable.of(result));
        out.flush();
        result.requirements().stream().filter(r -> !r.isMet()).forEach(this::complain);
        return result.allMet() ? ExitCode.OK : ExitCode.THRESHOLD;
    }

    private static void inRange(String option, int value) {
        if (value < 1 || value > MOST) {
            throw BadInputException.usage(option + " " + value + ": must be from 1 to " + MOST);
        }
    }

    private static void write(String scenario, DetectorResult result, String tree, Path folder) {
        for (Map.Entry<String, Figure> figure :
                DetectorCharts.of(scenario, result).entrySet()) {
            figure.getValue().writeSvg(folder.resolve(figure.getKey()));
        }
        AtomicFile.writeText(folder.resolve("detector.json"), tree);
    }

    private void complain(DetectorRequirement r) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("sagitta: %s is %.4g %s, allowed is %s to %s%n", r.name(), r.ours(), r.unit(), r.low(), r.high());
        err.flush();
    }
}
