package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    @TempDir
    private Path folder;

    /** Twelve candidates beside the standard model, and that of the scenario, which is none of them. */
    @Test
    void everyModelHasAScore() throws IOException {
        Path scenario = folder.resolve("mine.yaml");
        Files.writeString(scenario, """
                name: mine
                centre_of_mass_energy_gev: 7000
                beam_spot: {sigma_xy_um: 20, sigma_z_mm: 50}
                acceptance: {abs_eta_max: 2.4, pt_min_gev: {JPSI: 3.5, UPSILON_1S: 3.5, Z: 20}}
                truth: {field: {model: uniform_3.8}}
                reconstruction: {field: {model: uniform_3.8}}
                calibration:
                  model: {misalignment: {eta_bins: 2}}
                """);
        CommandRun run = CommandRun.of(
                "models", "--scenario", scenario.toString(), "--jpsi", "1500", "--json", "--progress", "none");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-models/1", result.get("schema").asText());
        assertEquals(1500, result.get("pairs").asInt());
        JsonNode models = result.get("models");
        assertEquals(17, models.size());
        assertEquals("standard", models.get(0).get("model").asText());
        assertEquals(32, models.get(0).get("parameters").asInt());
        assertEquals("scenario", models.get(16).get("model").asText());
        assertEquals(2 + 12 + 6, models.get(16).get("parameters").asInt());
        for (JsonNode model : models) {
            double free = model.get("scenario").get("effective_parameters").asDouble();
            assertTrue(free > 1 && free < 1.3 * model.get("parameters").asInt(), model.toString());
            assertTrue(model.get("held_out_bias_sigma").asDouble() > 0, model.toString());
        }
    }

    @Test
    void tooFewPairsAreOneLine() {
        CommandRun run = CommandRun.of("models", "--jpsi", "10");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("--jpsi 10: must be at least 1000"), run.err());
    }
}
