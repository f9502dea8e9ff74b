package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class GeometryCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void summaryCountsTheSensors() throws JsonProcessingException {
        JsonNode json = json("geometry", "summary", "--json");
        assertEquals(16_588, json.get("sensors_total").asInt());
        assertEquals(13_300, json.get("modules_total").asInt());
        assertEquals(5208, json.get("sensors_tob").asInt());
        assertEquals(9, json.get("layers_tec").asInt());
        assertEquals(55, json.get("material_group_count").asInt());
        assertEquals(55, json.get("material_groups").size());
        assertEquals(
                "PixelBarrelLayer0",
                json.get("material_groups").get(0).get("name").asText());
    }

    @Test
    void summaryIsReadableToo() {
        assertEquals(ExitCode.OK, run("geometry", "summary"));
        assertTrue(out.toString().contains("sensors_total                16588"), out.toString());
        assertTrue(out.toString().contains("TECDisk0_R20"), out.toString());
    }

    @Test
    void moduleTellsWhatIsKnown() throws JsonProcessingException {
        JsonNode json = json("geometry", "module", "TIB-/L1/inner/string1/mod1/stereo", "--json");
        assertEquals(1442, json.get("id").asInt());
        assertEquals("TIB-/L1/inner/string1/mod1/rphi", json.get("other_side").asText());
        assertEquals(238.363, json.get("centre_mm").get(0).asDouble(), 1e-9);
        assertEquals(-0.0998338, json.get("u_axis").get(2).asDouble(), 1e-7);
        assertEquals(768, json.get("strips").asInt());
        assertEquals(80, json.get("pitch_u_um").asDouble(), 1e-9);
        assertEquals(19.5, json.get("sigma_u_um").asDouble(), 1e-9);
        assertEquals(0.02496615, json.get("x_over_x0").asDouble());
        assertEquals(5.72845e-5, json.get("xi_gev").asDouble());
        assertEquals("TIBLayer0_Z0", json.get("material_group").asText());
        assertEquals(
                "TIB-/L1/y+/inner", json.get("structures").get("tib_surface").asText());
    }

    @Test
    void moduleKnowsPixelsAndWedges() throws JsonProcessingException {
        JsonNode pixel = json("geometry", "module", "BPIX/L1/outer/ladder1/mod1", "--json");
        assertEquals(416, pixel.get("columns_v").asInt());
        assertEquals("none", pixel.get("other_side").asText());
        out.getBuffer().setLength(0);
        JsonNode wedge = json("geometry", "module", "TEC+/W9/back/petal8/R7/mod5/rphi", "--json");
        assertEquals(-990.7577, wedge.get("v_convergence_mm").asDouble(), 1e-9);
        assertEquals(6.09575, wedge.get("gap_v_centre_mm").asDouble(), 1e-9);
    }

    @Test
    void textShowsTheNumbersOfTheTable() {
        assertEquals(ExitCode.OK, run("geometry", "module", "TEC+/W9/back/petal8/R7/mod5/rphi"));
        assertTrue(out.toString().contains("centre_mm                    964.559 -231.57 2693.909"), out.toString());
        assertTrue(out.toString().contains("half_width_u_at_minus_v_mm   35.74395"), out.toString());
        assertTrue(out.toString().contains("  tec_petal                    TEC+/W9/back/petal8"), out.toString());
    }

    @Test
    void anUnknownModuleIsAUsageErrorWithASuggestion() {
        assertEquals(ExitCode.USAGE, run("geometry", "module", "BPIX/L1/outer/lader1/mod1"));
        assertTrue(err.toString().contains("did you mean \"BPIX/L1/outer/ladder1/mod1\"?"), err.toString());
        assertEquals(1, err.toString().lines().count());
        assertEquals("", out.toString());
    }

    /** Row 0.90 of the reference ray table (see RayTracerTest), to half a unit in its last digit. */
    @Test
    void raysAverageOverAzimuth() throws JsonProcessingException {
        JsonNode json = json("geometry", "rays", "--eta", "0.9", "--phi-steps", "120", "--json");
        JsonNode both = json.get("both_ends");
        assertEquals(3.10, both.get("sensors_pixel").asDouble(), 0.005);
        assertEquals(14.82, both.get("sensors_strip").asDouble(), 0.0051);
        assertEquals(0.8874, both.get("x_over_x0").asDouble(), 0.51e-4);
        assertEquals(0.001807, both.get("xi_gev").asDouble(), 0.51e-6);
        double sum = 0;
        for (String part : new String[] {"bpix", "fpix", "tib", "tid", "tob", "tec"}) {
            sum += json.get("sensors_" + part).asDouble();
        }
        assertEquals(json.get("sensors_total").asDouble(), sum, 1e-12);
    }

    @Test
    void raysGoToTheOtherEndToo() throws JsonProcessingException {
        JsonNode plus = json("geometry", "rays", "--eta", "1.2", "--phi-steps", "60", "--json");
        out.getBuffer().setLength(0);
        JsonNode minus = json("geometry", "rays", "--eta", "-1.2", "--phi-steps", "60", "--json");
        double mean =
                0.5 * (plus.get("x_over_x0").asDouble() + minus.get("x_over_x0").asDouble());
        assertEquals(mean, plus.get("both_ends").get("x_over_x0").asDouble(), 1e-12);
        assertEquals(plus.get("both_ends"), minus.get("both_ends"));
    }

    /** At 0.1 and 2 the published columns have 0.3838 and 1.3993 for planes, 1.624 for the detailed model at 2. */
    @Test
    void budgetStandsBesideThePublishedOne(@TempDir Path folder) throws JsonProcessingException {
        JsonNode planes = json("geometry", "budget", "--material", "planes", "--json");
        assertEquals(26, planes.get("planes").size());
        JsonNode row = planes.get("planes").get(1);
        assertEquals(0.1, row.get("abs_eta").asDouble());
        assertEquals(0.3838, row.get("published_x_over_x0").asDouble());
        assertEquals(0.3838, row.get("x_over_x0").asDouble(), 0.51e-4);
        assertTrue(planes.get("planes_worst_difference").asDouble() < 3e-4);
        assertFalse(planes.has("detailed"));
        out.getBuffer().setLength(0);

        JsonNode both = json("geometry", "budget", "--eta-step", "2", "--json", "-o", folder.toString());
        assertEquals(2, both.get("planes").size());
        assertFalse(both.get("detailed").get(0).has("ratio"));
        assertEquals(1.624, both.get("detailed").get(1).get("x_over_x0").asDouble(), 0.03 * 1.624);
        assertTrue(Files.exists(folder.resolve(GeometryBudgetCommand.FIGURE)));
    }

    @ParameterizedTest
    @CsvSource({
        "geometry budget --eta-step 0, --eta-step = 0",
        "geometry budget --material lead, --material",
        "geometry rays --eta 0.5 --phi-steps 0, --phi-steps = 0",
        "geometry rays --eta NaN, --eta = NaN",
        "geometry rays --eta 7, --eta = 7",
        "geometry rays, --eta",
        "geometry, subcommand",
        "geometry module, NAME"
    })
    void wrongFlagsAreUsageErrors(String line, String told) {
        assertEquals(ExitCode.USAGE, run(line.split(" ")));
        assertTrue(err.toString().contains(told), err.toString());
    }

    private JsonNode json(String... args) throws JsonProcessingException {
        assertEquals(ExitCode.OK, run(args), err.toString());
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... args) {
        CommandLine line = Sagitta.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
