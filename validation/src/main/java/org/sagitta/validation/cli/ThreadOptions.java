package org.sagitta.validation.cli;

import org.jspecify.annotations.Nullable;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine.Option;

/** Threads and seed: options of every command that draws random numbers on several threads. */
public final class ThreadOptions {
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
}
