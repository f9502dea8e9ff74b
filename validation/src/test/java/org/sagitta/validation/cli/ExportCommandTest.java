package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.calibration.Provenance;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;

/** What the files hold is tested where they are written; here, that the command writes them. */
class ExportCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void corrections() throws IOException {
        AemModel model = AemModel.standard();
        double[] sigmas = new double[model.size()];
        java.util.Arrays.fill(sigmas, 1e-5);
        Correction standard = Correction.of(new AemCorrection(model, new double[32], Covariance.ofSigmas(sigmas)));
        Provenance provenance =
                new Provenance("sagitta 9", List.of(new Provenance.Input("calibration", "jpsi.csv", "abc")));
        Files.writeString(folder.resolve("standard.json"), CorrectionJson.write(standard, provenance));
        Correction scale = Correction.of(AemCorrection.fieldScale(1e-4, 1e-5));
        Files.writeString(folder.resolve("scale.json"), CorrectionJson.write(scale));
        Files.writeString(folder.resolve("broken.json"), "{\"schema\": 1}");
    }

    private CommandRun export(String options) {
        String inFolder = options.replace("@", folder + "/");
        return CommandRun.of(("export " + inFolder).split(" ", -1));
    }

    private static JsonNode unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void writesCorrectionlibWithProvenance() throws IOException {
        CommandRun run = export("--correction @standard.json --format correctionlib -o @out.json");
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        JsonNode plain = new ObjectMapper().readTree(folder.resolve("out.json").toFile());
        assertEquals("muon_pt_scale", plain.at("/corrections/0/name").asText());
        String description = plain.get("description").asText();
        assertTrue(description.startsWith("sagitta " + Version.text() + "; exported from standard.json, sha256 "));
        assertTrue(description.contains(Sha256.of(folder.resolve("standard.json"))), description);
        assertTrue(description.contains("jpsi.csv"), description);
        export("--correction @standard.json --format CorrectionLib -o @out.json.gz");
        assertEquals(plain, unpacked(folder.resolve("out.json.gz")));
    }

    @Test
    void writesUhi() throws IOException {
        CommandRun run = export("--correction @scale.json --format uhi --eta-bins 48 -o @out.json.gz");
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        JsonNode file = unpacked(folder.resolve("out.json.gz"));
        assertEquals(1e-4, file.at("/A/storage/values/47").asDouble());
        assertTrue(file.at("/A/metadata/provenance").asText().contains("scale.json, sha256 "));
        assertEquals(
                ExitCode.OK,
                export("--correction @standard.json --format uhi --average -o @mean.json")
                        .exitCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--correction @standard.json --format uhi -o @x.json | 2 | does not fit into A, e and M of 24 eta bins",
                "--correction @scale.json --format uhi --eta-bins 0 -o @x.json | 2 | --eta-bins 0: must be 1 to 480",
                "--correction @scale.json --format correctionlib --average -o @x.json | 2 | --average: goes with --format uhi",
                "--correction @scale.json --format correctionlib --eta-bins 3 -o @x.json | 2 | --eta-bins 3: goes with",
                "--correction @scale.json --format root -o @x.json | 2 | root",
                "--correction @scale.json --format uhi -o @ | 2 | is a folder",
                "--correction @scale.json --format uhi -o @scale.json | 2 | must be another file than --correction",
                "--correction @scale.json --format uhi | 2 | Missing required option",
                "--correction @none.json --format uhi -o @x.json | 3 | none.json: no such file",
                "--correction @broken.json --format uhi -o @x.json | 3 | broken.json: correction: schema is",
                "--correction @scale.json --format uhi -o @scale.json/x | 2 | cannot write",
            })
    void badInputIsOneLineAndLeavesNoFile(String options, int code, String message) throws IOException {
        List<String> before = files();
        CommandRun run = export(options);
        assertEquals(code, run.exitCode(), run.err());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertEquals(before, files());
        assertFalse(Files.exists(folder.resolve("x.json")));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).sorted().toList();
        }
    }
}
