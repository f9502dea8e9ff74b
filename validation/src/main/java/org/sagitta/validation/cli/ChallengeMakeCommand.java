package org.sagitta.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.IoReason;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.challenge.ChallengeFolder;
import org.sagitta.validation.pipeline.ChallengeRequest;
import org.sagitta.validation.pipeline.ChallengeRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a challenge. */
@Command(
        name = "make",
        mixinStandardHelpOptions = true,
        description = {
            "Draws a hidden truth within stated ranges, simulates it, and writes the measured J/psi, simulated J/psi of the"
                    + " world that the fit believes in, and a sealed file with the truth and test samples of Upsilon and Z.",
            "The key goes beside the folder, as DIR-key.json. Keep it; publish the folder."
        })
final class ChallengeMakeCommand implements Callable<Integer> {
    /** More test pairs do not fit into the memory in which they are sealed. */
    private static final int MOST_TESTS = 500_000;

    private static final int MOST = 100_000_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            description = "Folder of the challenge; made if it does not exist, otherwise empty.")
    private Path output = Path.of("");

    @Option(
            names = "--scenario",
            paramLabel = "NAME|FILE",
            defaultValue = "w-like-2011",
            description = "Public scenario; what its truth differs in is drawn anew (default: ${DEFAULT-VALUE}).")
    private String scenario = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Secret seed of the truth and of all random numbers, to make the same samples again"
                    + " (default: drawn, and only in the sealed file).")
    private @Nullable Long seed;

    @Option(
            names = {"-j", "--threads"},
            paramLabel = "N",
            defaultValue = "-1",
            description = "Threads; 0 or -1 for one per core (default). No sample depends on it.")
    private int threads;

    @Option(
            names = "--jpsi",
            paramLabel = "N",
            defaultValue = "600000",
            description = "Measured J/psi pairs, and as many simulated ones (default: ${DEFAULT-VALUE}).")
    private int jpsi;

    @Option(
            names = "--upsilon",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Upsilon(1S) pairs of the hidden test (default: ${DEFAULT-VALUE}).")
    private int upsilon;

    @Option(
            names = "--z",
            paramLabel = "N",
            defaultValue = "200000",
            description = "Z pairs of the hidden test (default: ${DEFAULT-VALUE}).")
    private int z;

    @Mixin
    private ProgressOption progress = new ProgressOption();

    @Override
    public Integer call() throws InterruptedException {
        Map<Resonance, Integer> pairs = new EnumMap<>(Resonance.class);
        pairs.put(Resonance.JPSI, pairs("--jpsi", jpsi, MOST));
        pairs.put(Resonance.UPSILON_1S, pairs("--upsilon", upsilon, MOST_TESTS));
        pairs.put(Resonance.Z, pairs("--z", z, MOST_TESTS));
        if (threads < -1) {
            throw BadInputException.usage("--threads " + threads + ": must be at least 1, or 0 or -1 for one per core");
        }
        int used = threads >= 1 ? threads : Runtime.getRuntime().availableProcessors();
        long secret = seed == null ? new SecureRandom().nextLong() : seed;
        ChallengeRequest request = new ChallengeRequest(Scenarios.find(scenario), secret, pairs, used, emptyFolder());
        try (ProgressDisplay display = progress.open(spec.commandLine().getErr())) {
            new ChallengeRun(Version.text()).make(request, display);
        }
        ChallengeFolder folder = new ChallengeFolder(output);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("challenge %s in %s%n", folder.challenge().id(), output);
        out.printf("its key, to be kept: %s%n", folder.keyFile());
        out.flush();
        return ExitCode.OK;
    }

    private static int pairs(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw BadInputException.usage(option + " " + value + ": must be from 1 to " + most + " pairs");
        }
        return value;
    }

    /** Whatever else is in the folder would be published with it. */
    private Path emptyFolder() {
        try {
            Files.createDirectories(output);
            try (Stream<Path> files = Files.list(output)) {
                if (files.findAny().isPresent()) {
                    throw BadInputException.usage("--output " + output + ": must be an empty folder or a new one");
                }
            }
        } catch (IOException e) {
            throw BadInputException.usage("--output " + output + ": cannot be made, " + IoReason.of(e));
        }
        return output;
    }
}
