package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CoverageCommandTest {
    /** So few experiments tell a factor of two in an error, not five percent: the exit code is not looked at. */
    private static CommandRun few(String threads) {
        return CommandRun.of(
                "coverage", "--experiments", "3", "--jpsi", "5000", "--progress", "none", "--json", "-j", threads);
    }

    @Test
    void jsonHoldsEveryParameterAndScaleForAnyNumberOfThreads() throws IOException {
        String text = few("1").out();
        JsonNode result = new ObjectMapper().readTree(text);
        assertEquals("sagitta-coverage/1", result.get("schema").asText());
        assertEquals("fast", result.get("kind").asText());
        assertEquals(3, result.get("experiments").asInt());
        assertEquals(26, result.get("parameters").size());
        // Upsilon and Z, all and in 12 bins; charge-even and charge-odd in 12 bins
        assertEquals(2 * 13 + 2 * 12, result.get("scales").size());
        assertEquals(26, result.get("chi2").get("expected").asInt());
        assertEquals(text, few("3").out());
    }

    @Test
    void fullExperimentsPrintTheSameFigures() {
        CommandRun run = CommandRun.of("coverage", "--full", "2", "--jpsi", "5000", "--progress", "none");
        assertTrue(run.out().contains("2 full experiments of 5000 J/psi pairs"), run.out() + run.err());
        assertTrue(run.out().contains("odd 45 GeV"), run.out());
    }

    @Test
    void wrongNumbersAreOneLine() {
        CommandRun run = CommandRun.of("coverage", "--experiments", "1");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("--experiments 1: must be from 2 to"), run.err());
        assertEquals(1, run.errorLines());
    }
}
