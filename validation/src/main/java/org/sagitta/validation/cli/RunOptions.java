package org.sagitta.validation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine.Option;

/** Options of every command that computes for long: threads, seed and where the results go. */
public final class RunOptions {
    @Option(
            names = {"-j", "--threads"},
            paramLabel = "N",
            defaultValue = "-1",
            description = "Threads; 0 or -1 for one per core (default). No result depends on it.")
    private int threads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Folder for the results; made if it does not exist (default:" + " sagitta-out/SCENARIO-seedN).")
    private @Nullable Path output;

    /**
     * The number of threads to use, at least 1.
     *
     * @throws BadInputException if the number given is below -1
     */
    public int threads() {
        if (threads < -1) {
            throw BadInputException.usage("--threads " + threads + ": must be at least 1, or 0 or -1 for one per core");
        }
        return threads >= 1 ? threads : Runtime.getRuntime().availableProcessors();
    }

    public long seed() {
        return seed;
    }

    /**
     * The folder for the results, which exists when this returns.
     *
     * @param scenario name or file of the scenario, part of the default
     * @throws BadInputException if it cannot be made or written to
     */
    public Path output(String scenario) {
        Path folder = output != null ? output : Path.of("sagitta-out", plainName(scenario) + "-seed" + seed);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw BadInputException.usage("--output " + folder + ": cannot be made, " + IoReason.of(e));
        }
        if (!Files.isWritable(folder)) {
            throw BadInputException.usage("--output " + folder + ": must be a folder that can be written to");
        }
        return folder;
    }

    /** "my/dir/w-like.yaml" becomes "w-like". */
    private static String plainName(String scenario) {
        Path name = Path.of(scenario).getFileName();
        return name == null ? "scenario" : name.toString().replaceFirst("\\.ya?ml$", "");
    }
}
