package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.validation.report.SmearingTable;
import org.sagitta.validation.report.TargetTable;
import org.sagitta.validation.study.SmearingResult;
import org.sagitta.validation.study.TargetResult;
import org.sagitta.validation.study.TargetRow;

class PeakStudyCommandsTest {
    @Test
    void resolutionOfAToyIsBetweenHalfAndThreePerCent() throws IOException {
        CommandRun run = CommandRun.of(
                "resolution",
                "--scenario",
                "ideal",
                "--jpsi",
                "2500",
                "--eta-bins",
                "1",
                "--progress",
                "none",
                "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-resolution/1", result.get("schema").asText());
        JsonNode point = result.get("bins").get(0).get("points").get(0);
        for (String what : new String[] {"data", "simulation", "smeared", "data_truth", "simulation_truth"}) {
            double sigma = point.get(what).asDouble();
            assertTrue(sigma > 0.005 && sigma < 0.03, what + " " + sigma);
        }
    }

    @Test
    void targetsHaveARowForEachEffect() throws IOException {
        CommandRun run =
                CommandRun.of("targets", "--scenario", "ideal", "--jpsi", "2500", "--progress", "none", "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-targets/1", result.get("schema").asText());
        assertEquals(6, result.get("effects").size());
        JsonNode radiation = result.get("effects").get(0);
        assertEquals("radiation", radiation.get("effect").asText());
        // the mean loss in the peak is near 5e-4
        assertEquals(-5e-4, radiation.get("alone").asDouble(), 2e-4);
        assertEquals(2500, result.get("pairs").asInt());
    }

    @Test
    void tablesNameWhatTheyShow() {
        TargetResult targets =
                new TargetResult(List.of(new TargetRow("Jensen", 5.7e-5, 1e-6, 2e-6)), 2e-4, 0, 3e-5, 10);
        String table = TargetTable.of(targets);
        assertTrue(table.contains("Jensen                     5.70        0.10 +-    0.20"), table);
        assertTrue(table.contains("20.00 +- 3.00 (selection)"), table);
        assertTrue(SmearingTable.of(new SmearingResult(List.of(), 1, 1)).contains("c [/GeV^2]"));
    }

    @Test
    void wrongNumbersAreOneLine() {
        assertTrue(CommandRun.of("resolution", "--jpsi", "10").err().contains("--jpsi 10: must be at least 1000"));
        assertTrue(CommandRun.of("resolution", "--eta-bins", "0").err().contains("--eta-bins 0: must be from 1 to"));
        assertTrue(CommandRun.of("targets", "--jpsi", "10").err().contains("--jpsi 10: must be at least 2000"));
    }
}
