package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.validation.study.ToyMuonTables;

/** Commands calibrate and apply on made-up muons. */
class CalibrateCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path output = Path.of("");

    @BeforeEach
    void name() {
        output = folder.resolve("out");
    }

    private CommandRun calibrate(Path input, String... more) {
        List<String> args =
                new ArrayList<>(List.of("calibrate", "--input", input.toString(), "--output", output.toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static void assertRefused(int code, CommandRun run, String message) {
        assertEquals(code, run.exitCode(), run.err());
        assertEquals(1, run.errorLines(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void calibratesAppliesAndFindsNothingLeft() throws IOException {
        ToyMuonTables toys = new ToyMuonTables(30, 1e-3);
        Path jpsi = toys.jpsi(folder.resolve("jpsi.csv"), 4000);
        Path upsilon = toys.upsilon(folder.resolve("upsilon.csv"), 4000);
        CommandRun run = calibrate(jpsi, "--validate", upsilon.toString());

        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertTrue(run.out().contains("0.4 < |eta| < 0.8"), run.out());
        assertTrue(run.out().contains("Upsilon (1S, 2S, 3S)"), run.out());
        String text = Files.readString(output.resolve("correction.json"));
        assertTrue(text.contains("\"file\" : \"upsilon.csv\"") && text.contains(Sha256.of(jpsi)), text);
        assertFalse(text.contains(folder.toString()), "a correction must not name folders of a machine");
        Correction correction = CorrectionJson.read(text);
        assertEquals(-1e-3, correction.aem().value(0), 4 * correction.aem().sigma(0));
        assertFigures(List.of("jpsi-fit.svg", "upsilon-fit.svg", "a-vs-eta.svg"));

        Path corrected = folder.resolve("corrected.csv");
        CommandRun apply = CommandRun.of(
                "apply",
                "--correction",
                output.resolve("correction.json").toString(),
                "--input",
                jpsi.toString(),
                "--output",
                corrected.toString());
        assertEquals(ExitCode.OK, apply.exitCode(), apply.err());
        JsonNode again =
                new ObjectMapper().readTree(calibrate(corrected, "--json").out());
        assertEquals("sagitta-calibrate/2", again.get("schema").asText());
        assertEquals(9, again.get("models").size());
        assertEquals("e", again.at("/models/1/parameters/1/name").asText());
        assertEquals("GeV", again.at("/models/1/parameters/1/unit").asText());
        assertTrue(again.at("/models/1/step/probability").asDouble() > 0);
        // nothing is left of the bias but the pairs that crossed the edges of the window
        assertEquals(
                0, again.at("/A/value").asDouble(), 0.1 * again.at("/A/sigma").asDouble());
        assertEquals(6, again.get("A_by_abs_eta").size());
        assertEquals(6, again.at("/A_by_abs_eta/0/covariance").size());
        assertTrue(again.at("/mass_offsets/UPSILON").isMissingNode());
    }

    private void assertFigures(List<String> names) throws IOException {
        for (String name : names) {
            String figure = Files.readString(output.resolve(name));
            assertTrue(figure.contains("</svg"), name);
            assertFalse(figure.contains("CMS"), "made-up muons must not carry the name of an experiment");
        }
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(names.size() + 1, files.count());
        }
    }

    @Test
    void applyChangesMomentaAndNothingElse() throws IOException {
        String header = "Run,note,E1,px1 ,py1,pz1,pt1,eta1,phi1,Q1,E2,px2,py2,pz2,pt2,eta2,phi2,Q2,M";
        String row = "7,\"a,b\",5.10110,3.00000,4.00000,1.00000,5.00000,0.1987,0.9273,1,"
                + "2.23856,-2.00000,0.00000,1.00000,2.00000,0.4812,3.1416,1,6.10000";
        Path input = Files.write(folder.resolve("in.csv"), List.of(header, row));
        Path correction = folder.resolve("c.json");
        Files.writeString(correction, CorrectionJson.write(Correction.of(AemCorrection.fieldScale(-0.2, 0.1))));
        Path result = folder.resolve("result.csv");
        CommandRun run = CommandRun.of(
                "apply", "--correction", correction.toString(), "--input", input.toString(), "-o", result.toString());

        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        List<String> lines = Files.readAllLines(result);
        assertEquals(header, lines.get(0));
        String[] cells = lines.get(1).replace("\"a,b\"", "ab").split(",", -1);
        assertEquals("7", cells[0]);
        assertEquals(3.75, Double.parseDouble(cells[3]), 1e-9);
        assertEquals(5.0, Double.parseDouble(cells[4]), 1e-9);
        assertEquals(6.25, Double.parseDouble(cells[6]), 1e-9);
        assertEquals("0.1987", cells[7]);
        assertEquals("0.9273", cells[8]);
        assertEquals(-2.5, Double.parseDouble(cells[11]), 1e-9);
        // k' = 0.8 k: momenta and, but for the muon mass, the mass grow by 1.25
        assertEquals(1.25 * 6.1, Double.parseDouble(cells[18]), 0.01);
        double p = Math.sqrt(26) * 1.25;
        assertEquals(Math.hypot(p, 0.1056583755), Double.parseDouble(cells[2]), 1e-6);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "column | column px2 missing",
                "empty | the file is empty",
                "header | too few pairs",
                "cut | truncated",
                "number | is not a number",
            })
    void badTablesAreOneLineAndLeaveNothing(String damage, String message) throws IOException {
        Path good = new ToyMuonTables(31, 0).jpsi(folder.resolve("jpsi.csv"), 30);
        List<String> lines = Files.readAllLines(good);
        String text = String.join("\n", lines) + "\n";
        String bad = switch (damage) {
            case "empty" -> "";
            case "header" -> lines.get(0) + "\n";
            case "cut" -> text.substring(0, text.length() - 60);
            case "number" -> text.replaceFirst("\n1,7,G,[^,]*,", "\n1,7,G,4.O,");
            default -> text.replaceFirst("px2", "pxx");
        };
        Path file = folder.resolve("bad.csv");
        Files.write(file, bad.getBytes(StandardCharsets.UTF_8));
        assertRefused(ExitCode.DATA, calibrate(file), message);
        assertFalse(Files.exists(output));
        Path correction = folder.resolve("c.json");
        Files.writeString(correction, CorrectionJson.write(Correction.of(AemCorrection.fieldScale(0, 1e-4))));
        if (!damage.equals("header")) {
            Path result = folder.resolve("result.csv");
            assertRefused(ExitCode.DATA, apply(correction, file, result), message);
            assertFalse(Files.exists(result));
        }
    }

    private static CommandRun apply(Path correction, Path input, Path result) {
        return CommandRun.of(
                "apply",
                "--correction",
                correction.toString(),
                "--input",
                input.toString(),
                "--output",
                result.toString());
    }

    @Test
    void badCorrectionsNameTheirFile() throws IOException {
        Path table = new ToyMuonTables(32, 0).jpsi(folder.resolve("jpsi.csv"), 3);
        Path result = folder.resolve("result.csv");
        Path none = folder.resolve("none.json");
        assertRefused(ExitCode.DATA, apply(none, table, result), "none.json: no such file");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"schema\": 3");
        assertRefused(ExitCode.DATA, apply(broken, table, result), "broken.json: correction: ");
        Path absurd = folder.resolve("absurd.json");
        Files.writeString(absurd, CorrectionJson.write(Correction.of(AemCorrection.fieldScale(-3, 1))));
        assertRefused(ExitCode.DATA, apply(absurd, table, result), "jpsi.csv: line 2: the correction gives");
        assertFalse(Files.exists(result));
    }

    @Test
    void wrongFlagsAreUsageErrors() throws IOException {
        assertEquals(ExitCode.USAGE, CommandRun.of("calibrate").exitCode());
        assertEquals(ExitCode.USAGE, CommandRun.of("apply", "--inptu", "x").exitCode());
        Path file = Files.writeString(folder.resolve("file"), "x");
        CommandRun run = CommandRun.of("calibrate", "--input", file.toString(), "--output", file.toString());
        assertRefused(ExitCode.USAGE, run, "must be a folder");
        assertRefused(ExitCode.DATA, calibrate(folder.resolve("none.csv")), "none.csv: no such file");
    }
}
