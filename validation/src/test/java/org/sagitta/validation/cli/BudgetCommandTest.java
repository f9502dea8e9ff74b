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
import org.sagitta.data.scenario.CalibrationChoice;
import org.sagitta.data.scenario.ModelChoice;
import org.sagitta.data.scenario.ModelChoice.MisalignmentForm;
import org.sagitta.data.scenario.Reference;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.ScenarioYaml;
import org.sagitta.data.scenario.Scenarios;

class BudgetCommandTest {
    /** [ppm] of a target that is wrong by 100 ppm: with few J/psi, e takes a little of what is A's. */
    private static final double ONE_TO_ONE = 10;

    /** [ppm] of the J/psi of the scenario: field -1199, alignment -71, material -63 (docs/budget.md). */
    private static final double MASS_SHIFT = -1330;

    /** [ppm] by which a thousand J/psi may see another mean of these than all: the material grows with 1/p. */
    private static final double SHIFT_OF_FEW = 40;

    @TempDir
    private Path folder;

    @Test
    void anErrorOfTheTargetGoesOneToOneIntoTheScale() throws IOException {
        Path figure = folder.resolve("budget.svg");
        CommandRun run = CommandRun.of(
                "budget",
                "--scenario",
                "w-like-2011",
                "--jpsi",
                "1000",
                "--upsilon",
                "1000",
                "--z",
                "1000",
                "--effects",
                "numerics of the fit,target: all masses + 1e-4,alignment: skew,all without noise",
                "--figure",
                figure.toString(),
                "--progress",
                "none",
                "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-budget/1", result.get("schema").asText());
        assertEquals(4, result.get("lines").size());
        JsonNode numerics = result.get("lines").get(0);
        assertEquals(0, numerics.get("z_before").get("ppm").asDouble(), 10, "numerics of the fit at the Z");
        JsonNode target = result.get("lines").get(1);
        assertEquals(100, target.get("jpsi_before").get("ppm").asDouble(), 2);
        assertEquals(0, target.get("jpsi_after").get("ppm").asDouble(), ONE_TO_ONE);
        assertEquals(0, target.get("z_before").get("ppm").asDouble());
        assertEquals(-100, target.get("upsilon_after").get("ppm").asDouble(), ONE_TO_ONE);
        assertEquals(-100, target.get("z_after").get("ppm").asDouble(), ONE_TO_ONE);
        assertEquals(12, target.get("upsilon_after_by_eta").size());
        assertEquals(12, target.get("odd_45gev_by_eta").size());
        assertTrue(target.get("z_after").get("error_ppm").asDouble() < ONE_TO_ONE);
        JsonNode skew = result.get("lines").get(2);
        assertEquals("alignment: skew", skew.get("effect").asText());
        assertEquals(0, skew.get("z_before").get("ppm").asDouble(), 20, "a shift of z0 and nothing else");
        JsonNode quiet = result.get("lines").get(3);
        assertEquals(MASS_SHIFT, quiet.get("jpsi_before").get("ppm").asDouble(), SHIFT_OF_FEW, "field and alignment");
        assertEquals(0, quiet.get("jpsi_after").get("ppm").asDouble(), ONE_TO_ONE, "what it was calibrated on");
        assertTrue(Files.readString(figure).contains("alignment: skew"));
    }

    @Test
    void theZMayTellTheMisalignment() throws IOException {
        double ofJpsi = oddBias("JPSI");
        double ofZ = oddBias("JPSI_AND_Z");
        assertTrue(Math.abs(ofZ) < 0.5 * Math.abs(ofJpsi), ofZ + " ppm are left by the Z, " + ofJpsi + " by the J/psi");
    }

    /** Quadratic mean over eta of what is left at 45 GeV [ppm] of a rotation of layers, which slow muons see otherwise than fast ones. */
    private double oddBias(String misalignmentFrom) throws IOException {
        Scenario bundled = Scenarios.bundled("w-like-2011");
        ModelChoice model = new ModelChoice(
                bundled.calibration().model().field(),
                bundled.calibration().model().loss(),
                new ModelChoice.Misalignment(MisalignmentForm.BINNED, ModelChoice.uniform(12), 0));
        CalibrationChoice inBins = new CalibrationChoice(bundled.fieldRatio(), model, Reference.IDEAL);
        Path file = folder.resolve("bins.yaml");
        Files.writeString(file, ScenarioYaml.write(bundled.withCalibration("bins", inBins)));
        CommandRun run = CommandRun.of(
                "budget",
                "--scenario",
                file.toString(),
                "--jpsi",
                "3000",
                "--upsilon",
                "1000",
                "--z",
                "5000",
                "--effects",
                "alignment: layerRot",
                "--misalignment-from",
                misalignmentFrom,
                "--progress",
                "none",
                "--json");
        assertEquals(0, run.exitCode(), run.err());
        double squares = 0;
        for (JsonNode bin : new ObjectMapper().readTree(run.out()).at("/lines/0/odd_45gev_by_eta")) {
            squares += Math.pow(bin.get("ppm").asDouble(), 2);
        }
        return Math.sqrt(squares / 12);
    }

    @Test
    void wrongOptionsAreOneLine() {
        CommandRun few = CommandRun.of("budget", "--z", "10");
        assertEquals(ExitCode.USAGE, few.exitCode());
        assertTrue(few.err().contains("--z 10: must be from 1000 to"), few.err());
        CommandRun many = CommandRun.of("budget", "--jpsi", "500000", "--upsilon", "300000", "--z", "300000");
        assertEquals(ExitCode.USAGE, many.exitCode());
        assertTrue(many.err().contains("--z 300000: must be at most 1000000 together"), many.err());
        CommandRun unknown = CommandRun.of("budget", "--scenario", "w-like-2011", "--effects", "fields");
        assertEquals(ExitCode.USAGE, unknown.exitCode());
        assertEquals(1, unknown.errorLines());
        assertTrue(unknown.err().contains("did you mean \"field\""), unknown.err());
    }
}
