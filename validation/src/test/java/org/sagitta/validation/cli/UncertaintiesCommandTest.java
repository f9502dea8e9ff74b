package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class UncertaintiesCommandTest {
    @Test
    void jsonHoldsEveryPart() throws IOException {
        CommandRun run =
                CommandRun.of("uncertainties", "--experiments", "2", "--jpsi", "5000", "--progress", "none", "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-uncertainties/1", result.get("schema").asText());
        JsonNode parts = result.get("parts");
        assertEquals(8, parts.size());
        assertEquals("statistical", parts.get(0).get("kind").asText());
        double data = parts.get(0).get("z").asDouble();
        double ideal = parts.get(1).get("z").asDouble();
        assertEquals(Math.hypot(data, ideal), parts.get(2).get("z").asDouble(), 1e-12);
        // what a wrong field ratio does to the mass is taken back by A almost wholly
        JsonNode ratio = parts.get(7);
        assertTrue(ratio.get("name").asText().startsWith("field ratio"), ratio.toString());
        assertTrue(Math.abs(ratio.get("z").asDouble()) < 1e-5, ratio.toString());
    }

    @Test
    void wrongNumbersAreOneLine() {
        CommandRun run = CommandRun.of("uncertainties", "--experiments", "1");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("--experiments 1: must be from 2 to"), run.err());
    }
}
