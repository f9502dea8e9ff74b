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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Table;

class WeakModesCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesTablesAndFigures() throws IOException {
        Path out = folder.resolve("weak");
        CommandRun run = CommandRun.of(
                "weakmodes",
                "--modes",
                "skew",
                "--muons",
                "400",
                "--pairs",
                "50",
                "-o",
                out.toString(),
                "--progress",
                "none");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains("Bias of the Z mass in MeV for each um"), run.out());
        assertTrue(run.out().contains("skew, epsilon 0.00550 cm: k_measured - k"), run.out());
        Table legs = SampleHdf5.read(out.resolve("weakmodes.h5")).table("skew_legs");
        assertEquals(12, legs.rows());
        assertEquals("um", legs.column("z0_cos1").spec().unit());
        // dz = eps cos(phi) lowers the measured z0 by eps = 55 um, but for the scatter of rigid sensors.
        assertEquals(-55, legs.column("z0_cos1").number(6), 5);
        assertEquals(-55, legs.column("z0_cos1_predicted").number(6), 1e-6);
        for (String figure : new String[] {"eta", "phi", "arrows"}) {
            String svg = Files.readString(out.resolve("weakmode-skew-" + figure + ".svg"));
            assertTrue(svg.contains("skew") && svg.contains("Sagitta simulation"), figure);
        }
    }

    @Test
    void jsonHoldsEveryFigure() throws IOException {
        CommandRun run = CommandRun.of(
                "weakmodes", "--modes", "twist", "--muons", "400", "--pairs", "20", "--progress", "none", "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-weakmodes/1", result.get("schema").asText());
        JsonNode mode = result.get("modes").get(0);
        assertEquals("twist", mode.get("mode").asText());
        assertEquals(1, mode.get("found_over_predicted").asDouble(), 0.1);
        assertEquals(12, mode.get("legs").size());
        assertEquals(3, mode.get("masses").size());
        assertEquals(6, mode.get("masses").get("Z").get("by_phi").size());
        assertTrue(mode.get("masses").get("Z").get("inclusive").get("low").isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "--modes, twits, did you mean \"twist\"?",
        "--amplitude, 0, --amplitude 0.0: its size must be from",
        "--muons, 0, --muons 0: must be from 1 to",
        "--pairs, -1, --pairs -1: must be from 1 to"
    })
    void wrongOptionsAreOneLine(String option, String value, String message) {
        CommandRun run = CommandRun.of("weakmodes", option, value);
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }
}
