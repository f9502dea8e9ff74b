package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.validation.ToyYardstick;

class YardstickCommandTest {
    /** Statistical: standard error of a mean chi2 of 11 degrees of freedom over 800 tracks is 0.17; 4 of them. */
    private static final double CHI2_TOLERANCE = 0.7;

    /** Statistical: standard error of a width over 800 tracks is 0.025; 4 of them. */
    private static final double WIDTH_TOLERANCE = 0.1;

    private static final Path PUBLISHED =
            Path.of(System.getProperty("sagitta.yardstick", "../../shared/reference/yardstick"));

    @TempDir
    private Path folder;

    private static JsonNode json(CommandRun run) throws IOException {
        assertEquals(0, run.exitCode(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VECTOR", "SCALAR", "REFERENCE"})
    void toyTracksHaveTheRightChi2AndPulls(String kernels) throws IOException {
        Path file = ToyYardstick.write(folder.resolve("toy.txt"), 800);
        JsonNode result = json(CommandRun.of(
                "yardstick", file.toString(), "--kernels", kernels, "--rounds", "1", "--warm-up", "0", "--json"));
        assertEquals("sagitta-yardstick/1", result.get("schema").asText());
        assertEquals("UNIFORM", result.get("field").asText());
        assertEquals(0, result.get("failures").asInt());
        assertEquals(11, result.get("ndof").asInt());
        assertEquals(11, result.get("mean_chi2").asDouble(), CHI2_TOLERANCE);
        assertEquals(1, result.get("q_over_p_pull_width").asDouble(), WIDTH_TOLERANCE);
        assertEquals(0, result.get("q_over_p_pull_mean").asDouble(), 2 * WIDTH_TOLERANCE);
        assertTrue(result.get("us_per_track_min").asDouble()
                <= result.get("us_per_track_max").asDouble());
    }

    @Test
    void theTextNamesWhatWasDone() throws IOException {
        Path file = ToyYardstick.write(folder.resolve("toy-nonuniform.txt"), 20);
        CommandRun run = CommandRun.of("yardstick", file.toString(), "--rounds", "3", "--warm-up", "0.01");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("20 tracks in field NONUNIFORM"), run.out());
        assertTrue(run.out().contains("us a track"), run.out());
    }

    @Test
    void wrongNumbersAreRefused() throws IOException {
        Path file = ToyYardstick.write(folder.resolve("toy.txt"), 2);
        assertEquals(
                2, CommandRun.of("yardstick", file.toString(), "--rounds", "0").exitCode());
        assertEquals(
                2,
                CommandRun.of("yardstick", file.toString(), "--warm-up", "-1").exitCode());
        Files.writeString(file, Files.readString(file).substring(0, 300));
        assertEquals(3, CommandRun.of("yardstick", file.toString()).exitCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform.txt", "nonuniform.txt"})
    void publishedFilesGiveThePublishedFigures(String name) throws IOException {
        Path file = PUBLISHED.resolve(name);
        assumeTrue(Files.exists(file), "no yardstick files beside this clone");
        JsonNode result =
                json(CommandRun.of("yardstick", file.toString(), "--rounds", "1", "--warm-up", "0", "--json"));
        assertEquals(11, result.get("mean_chi2").asDouble(), 0.3);
        assertEquals(1, result.get("q_over_p_pull_width").asDouble(), 0.05);
        assertEquals(0, result.get("failures").asInt());
    }
}
