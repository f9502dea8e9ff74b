package org.sagitta.validation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.io.IoReason;
import org.sagitta.geometry.input.BadInputException;
import picocli.CommandLine.Option;

/** The folder for the results of a long run. */
public final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Folder for the results; made if it does not exist (default:" + " sagitta-out/SCENARIO-seedN).")
    private @Nullable Path output;

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
