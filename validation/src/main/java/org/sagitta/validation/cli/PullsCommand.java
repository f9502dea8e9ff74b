package org.sagitta.validation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.PullRun;
import org.sagitta.validation.study.PullResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pulls of the five track parameters at the beam line and the chi2 probability. */
@Command(
        name = "pulls",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates and fits muons and prints mean and width of the pulls of d0, z0, phi, theta and q/p at"
                + " the beam line, and the distribution of the chi2 probability.")
public final class PullsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ThreadOptions threads = new ThreadOptions();

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "ideal",
            description = "Bundled scenario or YAML file (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--resonance",
            paramLabel = "NAME",
            defaultValue = "JPSI",
            description = "Whose muons: one of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Resonance resonance = Resonance.JPSI;

    @Option(
            names = "--muons",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Muons to fit (default: ${DEFAULT-VALUE}).")
    private int muons;

    @Option(names = "--json", description = "Print JSON instead of tables.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        if (muons < 2) {
            throw BadInputException.usage("--muons " + muons + ": must be at least 2");
        }
        Scenario chosen = Scenarios.find(scenario);
        long seed = threads.seed(chosen.seed());
        PullResult result =
                new PullRun(chosen, resonance, seed, threads.threads()).run(muons, (stage, done, total) -> {});
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
        } else {
            print(result, out);
        }
        out.flush();
        return ExitCode.OK;
    }

    private void print(PullResult result, PrintWriter out) {
        out.printf("%d muons of %s in %s%n%n", result.tracks(), resonance, scenario);
        out.printf("%-10s %18s %18s%n", "parameter", "mean", "width");
        for (var pull : result.pulls()) {
            out.printf(
                    "%-10s %8.4f +- %6.4f %8.4f +- %6.4f%n",
                    pull.parameter(), pull.mean(), pull.meanError(), pull.width(), pull.widthError());
        }
        int bins = result.chi2Probability().size();
        out.printf("%nchi2 probability in %d bins: %s%n", bins, result.chi2Probability());
        out.printf("chi2 against flat: %.1f for %d degrees of freedom%n", result.flatnessChi2(), bins - 1);
        out.printf("pairs without two fits, by reason: %s%n", result.failures());
    }
}
