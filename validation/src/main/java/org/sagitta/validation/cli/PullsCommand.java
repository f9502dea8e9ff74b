package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.MuonRun;
import org.sagitta.validation.report.PullJson;
import org.sagitta.validation.report.PullTable;
import org.sagitta.validation.study.PullBinning;
import org.sagitta.validation.study.PullResult;
import org.sagitta.validation.study.PullStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Pulls of the five track parameters at the beam line over the phase space, failures, and the chi2 probability. */
@Command(
        name = "pulls",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Simulates and fits single muons over a phase space and prints mean and width of the pulls of d0,"
                + " z0, phi, theta and q/p at the beam line, in 8 bins of eta and 6 of pT, what was not fitted, and the"
                + " distribution of the chi2 probability.")
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
            names = "--muons",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Muons to simulate (default: ${DEFAULT-VALUE}).")
    private long muons;

    @Option(
            names = "--pt-min-gev",
            paramLabel = "X",
            defaultValue = "0.5",
            description = "Lowest pT; its logarithm is uniform (default: ${DEFAULT-VALUE}).")
    private double ptMin;

    @Option(
            names = "--pt-max-gev",
            paramLabel = "X",
            defaultValue = "2000",
            description = "Highest pT (default: ${DEFAULT-VALUE}).")
    private double ptMax;

    @Option(
            names = "--eta-max",
            paramLabel = "X",
            defaultValue = "2.5",
            description = "Largest |eta| (default: ${DEFAULT-VALUE}).")
    private double etaMax;

    @Option(
            names = "--vertex-max-mm",
            paramLabel = "X",
            defaultValue = "100",
            description = "Largest transverse distance of the vertex from the beam spot (default: ${DEFAULT-VALUE}).")
    private double vertexMax;

    @Option(
            names = "--resonance",
            paramLabel = "NAME",
            description = "Instead the muons of one of ${COMPLETION-CANDIDATES}, as the scenario generates them; the"
                    + " options above then say where the bins are.")
    private @Nullable Resonance resonance;

    @Option(names = "--json", description = "Print JSON with all bins instead of tables.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        check();
        Scenario chosen = Scenarios.find(scenario);
        long seed = threads.seed(chosen.seed());
        PullResult result;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            result = run(chosen, seed)
                    .run(() -> new PullStudy(new PullBinning(etaMax, ptMin, ptMax)), muons, threads.threads(), display)
                    .result();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PullJson.tree(chosen.name(), seed, result).toPrettyString());
        } else {
            String what = resonance == null ? "muons" : "muons of " + resonance;
            out.printf("%d %s in %s%n%n", result.muons(), what, scenario);
            out.print(PullTable.of(result));
        }
        out.flush();
        return ExitCode.OK;
    }

    private MuonRun run(Scenario chosen, long seed) {
        if (resonance != null) {
            return MuonRun.of(chosen, resonance, seed);
        }
        return MuonRun.of(chosen, new MuonGun(chosen.beamSpot(), ptMin, ptMax, etaMax, vertexMax), seed);
    }

    private void check() {
        if (muons < 2) {
            throw BadInputException.usage("--muons " + muons + ": must be at least 2");
        }
        inRange("--pt-min-gev", ptMin, 0.2, 10_000);
        inRange("--pt-max-gev", ptMax, ptMin, 10_000);
        if (ptMax == ptMin) {
            throw BadInputException.usage("--pt-max-gev " + ptMax + ": must be above --pt-min-gev " + ptMin);
        }
        inRange("--eta-max", etaMax, 0.1, 4);
        inRange("--vertex-max-mm", vertexMax, 0, 500);
    }

    private static void inRange(String option, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw BadInputException.usage(option + " " + value + ": must be from " + low + " to " + high);
        }
    }
}
