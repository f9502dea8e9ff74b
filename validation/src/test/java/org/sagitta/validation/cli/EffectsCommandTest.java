package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EffectsCommandTest {
    @Test
    void jsonHoldsEveryEffectOfTheScenario() throws IOException {
        CommandRun run =
                CommandRun.of("effects", "--muons", "300", "--progress", "none", "--json", "--scenario", "w-like-2011");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-effects/1", result.get("schema").asText());
        JsonNode effects = result.get("effects");
        assertEquals(4, effects.size());
        assertEquals("field", effects.get(0).get("effect").asText());
        assertEquals("all together", effects.get(3).get("effect").asText());
        assertEquals(24, effects.get(0).get("cells").size());
        assertEquals(5, effects.get(0).get("all").get("pulls").size());
    }

    @Test
    void tableHasARowForEachEffect() {
        CommandRun run = CommandRun.of("effects", "--muons", "300", "--progress", "none", "--scenario", "w-like-2011");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("300 muons in each world of w-like-2011"), run.out());
        assertTrue(run.out().contains("alignment: k / true k - 1"), run.out());
    }

    @Test
    void wrongNumbersAreOneLine() {
        CommandRun run = CommandRun.of("effects", "--muons", "0");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("--muons 0: must be from 1 to"), run.err());
    }
}
