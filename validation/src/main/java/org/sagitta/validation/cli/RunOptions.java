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
            description = "Seed of all random numbers (default: that of the scenario, usually 1).")
    private @Nullable Long seed;

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

    /**
     * The seed to use.
     *
     * @param otherwise the seed where the command line has none
     */
    public long seed(long otherwise) {
        return seed == null ? otherwise : seed;
    }

    /**
     * The folder for the results, which exists when this returns.
     *
     * @param scenario name of the scenario, part of the default
     * @param usedSeed other part of the default
     * @throws BadInputException if it cannot be made or written to
     */
    public Path output(String scenario, long usedSeed) {
        String plainName = scenario.replaceAll("[^A-Za-z0-9._-]", "-");
        Path folder = output != null ? output : Path.of("sagitta-out", plainName + "-seed" + usedSeed);
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
}
