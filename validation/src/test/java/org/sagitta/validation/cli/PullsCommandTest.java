package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PullsCommandTest {
    private static CommandRun pulls(String... flags) {
        String[] args = new String[flags.length + 3];
        args[0] = "pulls";
        args[1] = "--progress";
        args[2] = "none";
        System.arraycopy(flags, 0, args, 3, flags.length);
        return CommandRun.of(args);
    }

    @Test
    void jsonHoldsAllBins() throws IOException {
        CommandRun run = pulls("--muons", "600", "--json", "--threads", "1");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-pulls/1", result.get("schema").asText());
        assertEquals("ideal", result.get("scenario").asText());
        assertEquals(600, result.get("muons").asLong());
        assertEquals(48, result.get("bins").size());
        JsonNode last = result.get("bins").get(47);
        assertEquals(2.5, last.get("eta_high").asDouble(), 1e-9);
        assertEquals(2000, last.get("pt_high_gev").asDouble(), 1e-6);
        assertEquals(5, last.get("pulls").size());
        assertEquals("qoverp", last.get("pulls").get(4).get("parameter").asText());
    }

    @Test
    void textNamesWhatWasDoneAndTheWorstBins() {
        CommandRun run = pulls("--muons", "3000", "--resonance", "JPSI", "--pt-max-gev", "20", "--eta-max", "2.4");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("3000 muons of JPSI in ideal"), run.out());
        assertTrue(run.out().contains("worst bin by mean"), run.out());
        assertTrue(run.out().contains("clean tracks: 3000, fitted 3000"), run.out());
    }

    @ParameterizedTest
    @CsvSource({
        "--muons, 1",
        "--pt-min-gev, 0",
        "--pt-min-gev, 3000",
        "--pt-max-gev, 0.5",
        "--pt-max-gev, NaN",
        "--eta-max, 0",
        "--vertex-max-mm, -1",
        "--scenario, nowhere"
    })
    void wrongValuesAreOneLine(String option, String value) {
        CommandRun run = pulls(option, value);
        assertEquals(2, run.exitCode(), run.err());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains(value), run.err());
    }
}
