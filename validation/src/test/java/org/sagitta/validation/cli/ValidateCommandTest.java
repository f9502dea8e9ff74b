package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.data.scenario.Scenarios;

class ValidateCommandTest {
    private static CommandRun detector(Path folder, String... flags) {
        List<String> args =
                new ArrayList<>(List.of("validate", "detector", "--progress", "none", "--output", folder.toString()));
        args.addAll(List.of(flags));
        return CommandRun.of(args.toArray(String[]::new));
    }

    @Test
    void putsOursBesideThePublished(@TempDir Path folder) throws IOException {
        CommandRun run = detector(folder, "--scenario", "ideal", "--muons", "3000", "--pairs", "2000", "--json");
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-detector/1", result.get("schema").asText());
        assertEquals(9000, result.get("muons").asLong());
        assertTrue(result.get("fitted").asLong() > 8900, result.get("fitted").asText());
        assertEquals(9, result.get("requirements").size());
        // Fixed seed; the nearest limit is two statistical errors away, the J/psi mass in the centre.
        for (JsonNode requirement : result.get("requirements")) {
            assertTrue(requirement.get("met").asBoolean(), requirement.toString());
        }
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                result,
                new ObjectMapper().readTree(folder.resolve("detector.json").toFile()));
        for (String figure : List.of("hits", "material", "pt", "d0", "z0", "phi", "cot-theta", "mass")) {
            assertTrue(Files.size(folder.resolve("detector-" + figure + ".svg")) > 1000, figure);
        }
    }

    @Test
    void whatIsMissedIsSaid(@TempDir Path folder) throws IOException {
        String text = Scenarios.bundledText(Scenarios.IDEAL)
                .replace("truth:\n", "truth:\n  resolution: {factor: 3}\n")
                .replace("reconstruction:\n", "reconstruction:\n  resolution: {factor: 3}\n");
        Path scenario = Files.writeString(folder.resolve("coarse.yaml"), text);
        CommandRun run = detector(folder, "--scenario", scenario.toString(), "--muons", "1000", "--pairs", "500");
        assertEquals(ExitCode.THRESHOLD, run.exitCode(), run.err());
        assertTrue(run.err().contains("d0 at 100 GeV, |eta| < 1.4 is"), run.err());
        assertTrue(run.out().contains("MISSED"), run.out());
    }

    @Test
    void wrongNumbersAreOneLine(@TempDir Path folder) {
        CommandRun run = detector(folder, "--muons", "0");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("--muons 0: must be from 1 to"), run.err());
        assertEquals(ExitCode.USAGE, CommandRun.of("validate").exitCode());
    }
}
