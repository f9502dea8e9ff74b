package org.sagitta.validation.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.pipeline.PeakStudyRun;
import org.sagitta.validation.report.SmearingJson;
import org.sagitta.validation.report.SmearingTable;
import org.sagitta.validation.study.SmearingResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Resolution of "data" and of simulation from the width of the J/psi, and the smearing between them. */
@Command(
        name = "resolution",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Fits sigma_k^2/k^2 = a + b/(1 + d/pT^2) + c pT^2 in bins of |eta| to the width of the J/psi of a scenario,"
                    + " which plays the data, and of its ideal partner, which plays the simulation; smears each muon of the"
                    + " simulation by a number of its own; and fits again.",
            "The truth is printed beside it and not used."
        })
final class ResolutionCommand implements Callable<Integer> {
    private static final int LEAST = 1000;
    private static final int MOST_BINS = 24;

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

    @Option(
            names = "--eta-bins",
            paramLabel = "N",
            defaultValue = "6",
            description = "Bins of |eta| up to 2.4 (default: ${DEFAULT-VALUE}).")
    private int bins;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        if (jpsi < LEAST) {
            throw BadInputException.usage("--jpsi " + jpsi + ": must be at least " + LEAST);
        }
        if (bins < 1 || bins > MOST_BINS) {
            throw BadInputException.usage("--eta-bins " + bins + ": must be from 1 to " + MOST_BINS);
        }
        Scenario found = Scenarios.find(scenario);
        Scenario chosen = found.withSeed(threads.seed(found.seed())).withPairs(Resonance.JPSI, jpsi);
        SmearingResult result;
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            result = new PeakStudyRun(chosen, threads.threads()).resolution(EtaBinning.uniform(bins, 0, 2.4), display);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(SmearingJson.tree(chosen.name(), chosen.seed(), result).toPrettyString());
        } else {
            out.printf("%d J/psi of %s as data and as many of its ideal partner%n%n", jpsi, chosen.name());
            out.print(SmearingTable.of(result));
        }
        out.flush();
        return ExitCode.OK;
    }
}
