package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.fieldmap.grid.FieldGrid;
import org.sagitta.fieldmap.grid.FieldGridFile;
import org.sagitta.fieldmap.grid.GridAxes;
import org.sagitta.fieldmap.grid.Interpolation;
import org.sagitta.fieldmap.parametrised.FieldModels;
import picocli.CommandLine;

class FieldCommandTest {
    /** T; all digits are printed. */
    private static final double REFERENCE = 1e-12;

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Sagitta.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int code = line.execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private Path points(String... lines) throws IOException {
        return Files.write(folder.resolve("points.csv"), List.of(lines));
    }

    /** Two rows of the published reference values for polyfit2d_piecewise_1.5 and one for oae_3_8T. */
    @ParameterizedTest
    @CsvSource({
        "polyfit2d_piecewise_1.5, 0.43211, 2.121077, 2.419402, 0.0055546082773128, 0, 1.47046937698097",
        "polyfit2d_piecewise_1.5, 0.88444, -1.474415, -0.766635, -0.0037623142881025, 0, 1.49863441053142",
        "oae_3_8T, 0, 0, 0, 0, 0, 3.81120230238337"
    })
    void evaluatePrintsReferenceValues(String model, double r, double phi, double z, double br, double bphi, double bz)
            throws IOException {
        Path points = points("name,z_m,phi_rad,r_m", "here," + z + "," + phi + "," + r);
        Outcome outcome = run("field", "evaluate", "--model", model, "--points", points.toString());
        assertEquals(ExitCode.OK, outcome.code(), outcome.err());
        List<String> lines = outcome.out().lines().toList();
        assertEquals("name,z_m,phi_rad,r_m,Br_T,Bphi_T,Bz_T", lines.get(0));
        String[] cells = lines.get(1).split(",", -1);
        assertEquals("here", cells[0]);
        assertEquals(br, Double.parseDouble(cells[4]), REFERENCE);
        assertEquals(bphi, Double.parseDouble(cells[5]), REFERENCE);
        assertEquals(bz, Double.parseDouble(cells[6]), REFERENCE);
        assertEquals(2, lines.size());
    }

    @Test
    void evaluateReadsAFieldMapAndWritesAFile() throws IOException {
        Path map = folder.resolve("map.csv.gz");
        FieldGridFile.write(
                FieldGrid.sample(
                        FieldModels.byName("uniform_3.5"), GridAxes.cylinder(1100, 2800, 5, 4, 9), Interpolation.CUBIC),
                map);
        Path points = points("r_m,phi_rad,z_m,Bz_T", "0.5,1,0.25,9", "0,0,0,9");
        Path result = folder.resolve("values.csv");
        Outcome outcome = run(
                "field",
                "evaluate",
                "--model",
                "grid:" + map,
                "--points",
                points.toString(),
                "--output",
                result.toString());
        assertEquals(ExitCode.OK, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        List<String> lines = Files.readAllLines(result);
        assertEquals("r_m,phi_rad,z_m,Br_T,Bphi_T,Bz_T", lines.get(0));
        assertTrue(lines.get(1).startsWith("0.5,1,0.25,0.0,"), lines.get(1));
        assertEquals(3.5, Double.parseDouble(lines.get(1).substring(lines.get(1).lastIndexOf(',') + 1)), 1e-14);
        assertEquals(3, lines.size());
    }

    @Test
    void aPointOutsideIsADataErrorAndPrintsNothing() throws IOException {
        Path points = points("r_m,phi_rad,z_m", "0,0,0", "1.2,0,0.5");
        Path result = folder.resolve("values.csv");
        Outcome outcome = run(
                "field",
                "evaluate",
                "--model",
                "oae_3_8T",
                "--points",
                points.toString(),
                "--output",
                result.toString());
        assertRefused(ExitCode.DATA, outcome, "points.csv: line 3: r_m = 1.2", "outside the domain of oae_3_8T");
        assertFalse(Files.exists(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r_m,phi_rad,z | 0,0,0 | line 1: column z_m is missing; the header is r_m,phi_rad,z",
                "r_m,phi_rad,z_m,r_m | 0,0,0,0 | line 1: ",
                "r_m,phi_rad,z_m | 0,x,0 | line 2: phi_rad is 'x', must be a number",
                "r_m,phi_rad,z_m | 0,0,NaN | line 2: z_m is NaN, must be finite",
                "r_m,phi_rad,z_m | -1,0,0 | line 2: r_m is -1.0, must not be negative",
                "r_m,phi_rad,z_m | 0,0 | line 2: has 2 values, the header has 3",
            })
    void wrongPointsAreDataErrors(String header, String line, String message) throws IOException {
        Path points = points(header, line);
        assertRefused(
                ExitCode.DATA, run("field", "evaluate", "--model", "oae_3_8T", "--points", points.toString()), message);
    }

    @Test
    void missingFilesAndUnknownModels() throws IOException {
        Path points = points("r_m,phi_rad,z_m");
        Path none = folder.resolve("none.csv");
        assertRefused(
                ExitCode.DATA,
                run("field", "evaluate", "--model", "oae_3_8T", "--points", none.toString()),
                "no such file");
        assertRefused(
                ExitCode.DATA,
                run("field", "evaluate", "--model", "grid:" + none, "--points", points.toString()),
                "no such file");
        assertRefused(
                ExitCode.USAGE,
                run("field", "evaluate", "--model", "oae_3_8", "--points", points.toString()),
                "did you mean \"oae_3_8T\"?");
        assertEquals(
                ExitCode.USAGE, run("field", "evaluate", "--model", "oae_3_8T").code());
        assertEquals(ExitCode.USAGE, run("field").code());
    }

    @Test
    void modelsListsNames() {
        Outcome outcome = run("field", "models");
        assertEquals(ExitCode.OK, outcome.code());
        FieldModels.known().keySet().forEach(name -> assertTrue(outcome.out().contains(name + " "), name));
    }

    @Test
    void comparePrintsTablesAndWritesFiles() throws IOException {
        Path result = folder.resolve("comparison");
        Outcome outcome = run("field", "compare", "--output", result.toString());
        assertEquals(ExitCode.OK, outcome.code(), outcome.err());
        // From the published tables: mean over the nodes, eta = -1.2, scale factor.
        assertTrue(outcome.out().contains("mean 0.589, rms spread 0.406"), outcome.out());
        assertTrue(outcome.out().contains("0.379 +- 0.1"), outcome.out());
        assertTrue(outcome.out().contains("in situ / surface 1.000766"), outcome.out());
        assertEquals(
                1 + 7 * 48 * 15,
                Files.readAllLines(result.resolve("field-ratio-map.csv")).size());
        assertEquals(
                1 + 13,
                Files.readAllLines(result.resolve("field-ratio-tracks.csv")).size());
        assertEquals(
                1 + 2, Files.readAllLines(result.resolve("field-maxwell.csv")).size());
    }

    @Test
    void compareAsJson() throws IOException {
        Outcome outcome = run("field", "compare", "--json", "--numerator", "oae_3_8T");
        JsonNode root = new ObjectMapper().readTree(outcome.out());
        assertEquals("sagitta-field-compare/1", root.get("schema").asText());
        assertEquals(0, root.at("/volume/bz_ratio_minus_one/mean").asDouble(), 0, "a field over itself");
        assertEquals(7, root.at("/volume/by_r").size());
        assertEquals(13, root.get("tracks").size());
        assertEquals(0, root.at("/tracks/3/sagitta/half_range").asDouble(), 1e-14);
        assertEquals(1.000638, root.at("/nmr/in_situ_over_tosca").asDouble(), 0);
    }

    @Test
    void compareRefusesFieldsThatCannotBeCompared() {
        assertRefused(
                ExitCode.USAGE,
                run("field", "compare", "--denominator", "uniform_0"),
                "its Bz vanishes, there is no ratio");
        Path map = folder.resolve("small.csv");
        FieldGridFile.write(
                FieldGrid.sample(
                        FieldModels.byName("uniform_3.5"), GridAxes.cylinder(500, 500, 5, 4, 9), Interpolation.CUBIC),
                map);
        assertRefused(
                ExitCode.USAGE,
                run("field", "compare", "--numerator", "grid:" + map),
                "both must cover r <= 1.1 m, |z| <= 2.8 m");
    }

    private static void assertRefused(int code, Outcome outcome, String... messages) {
        assertEquals(code, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        for (String message : messages) {
            assertTrue(outcome.err().contains(message), outcome.err());
        }
    }
}
