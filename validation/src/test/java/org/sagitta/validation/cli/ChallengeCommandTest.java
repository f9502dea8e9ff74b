package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;

class ChallengeCommandTest {
    private static final String SEED = "987654321";

    @TempDir
    static Path folder;

    private static Path made;
    private static Path key;
    private static Path answer;

    @BeforeAll
    static void make() throws IOException {
        made = folder.resolve("blind");
        key = folder.resolve("blind-key.json");
        CommandRun run = make(made);
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.out().contains(key.toString()), run.out());
        answer = folder.resolve("correction.json");
        Files.writeString(answer, CorrectionJson.write(Correction.of(AemCorrection.fieldScale(1e-4, 1e-4))));
    }

    private static CommandRun make(Path output) {
        return CommandRun.of(
                "challenge",
                "make",
                "-o",
                output.toString(),
                "--seed",
                SEED,
                "--jpsi",
                "200",
                "--upsilon",
                "100",
                "--z",
                "100",
                "--progress",
                "none");
    }

    private static CommandRun score(Path challenge, Path withKey, String... more) {
        String[] args = {
            "challenge",
            "score",
            "--challenge",
            challenge.toString(),
            "--key",
            withKey.toString(),
            "--correction",
            answer.toString()
        };
        String[] all = Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return CommandRun.of(all);
    }

    @Test
    void thePublicDataHaveNoTruth() {
        Sample data = SampleHdf5.read(made.resolve("data/JPSI-000.h5"));
        assertEquals(1, data.tables().size());
        Table pairs = data.table("dimuon");
        assertEquals(200, pairs.rows());
        for (Column column : pairs.columns()) {
            assertFalse(column.name().startsWith("gen"), column.name());
        }
        assertTrue(pairs.has("plus_k") && pairs.has("minus_phi") && pairs.has("mass_error"));
    }

    @Test
    void noPublicFileNamesTheSeedOrTheHiddenWorld() throws IOException {
        for (String name : new String[] {"data/JPSI-000.h5", "simulation/JPSI-000.h5"}) {
            Sample sample = SampleHdf5.read(made.resolve(name));
            assertEquals(0, sample.provenance().seed(), name);
            assertFalse(sample.provenance().scenario().contains(SEED), name);
            assertFalse(sample.provenance().scenario().contains("amplitude"), name);
        }
        assertFalse(Files.readString(made.resolve("challenge.json")).contains(SEED));
        assertFalse(Files.readString(made.resolve("README.md")).contains(SEED));
        assertTrue(SampleHdf5.read(made.resolve("simulation/JPSI-000.h5"))
                .table("dimuon")
                .has("gen_plus_k"));
    }

    @Test
    void anAnswerGetsAScore() throws IOException {
        CommandRun run = score(made, key, "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertEquals("sagitta-challenge-score/1", result.get("schema").asText());
        assertEquals(8, result.get("parts").size());
        assertTrue(result.get("score").asDouble() > 0);
        CommandRun table = score(made, key);
        assertTrue(table.out().contains("charge-odd at 45 GeV"), table.out());
    }

    @Test
    void theSameSeedGivesTheSameSamplesAndAnotherKey() throws IOException {
        Path again = folder.resolve("again");
        assertEquals(0, make(again).exitCode());
        ObjectMapper mapper = new ObjectMapper();
        JsonNode first = mapper.readTree(made.resolve("challenge.json").toFile());
        JsonNode second = mapper.readTree(again.resolve("challenge.json").toFile());
        assertEquals(first.get("truth_sha256"), second.get("truth_sha256"));
        assertEquals(
                first.get("files_sha256").get("data/JPSI-000.h5"),
                second.get("files_sha256").get("data/JPSI-000.h5"));
        CommandRun wrong = score(made, folder.resolve("again-key.json"));
        assertEquals(ExitCode.DATA, wrong.exitCode());
        assertTrue(wrong.err().contains("it is the key of challenge"), wrong.err());
        assertEquals(1, wrong.errorLines());
    }

    @Test
    void anAlteredFileIsNamed() throws IOException {
        Path copy = copy("altered");
        byte[] bytes = Files.readAllBytes(copy.resolve("truth.sealed"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(copy.resolve("truth.sealed"), bytes);
        CommandRun run = score(copy, key);
        assertEquals(ExitCode.DATA, run.exitCode());
        assertTrue(run.err().contains("truth.sealed: altered since the challenge was made"), run.err());
        assertEquals(1, run.errorLines());
    }

    @Test
    void wrongKeysAndVersionsAreOneLine() throws IOException {
        Path wrong = folder.resolve("wrong-key.json");
        Files.writeString(
                wrong,
                Files.readString(key).replaceAll("\"key\" : \"[0-9a-f]+\"", "\"key\" : \"" + "ab".repeat(32) + '"'));
        CommandRun run = score(made, wrong);
        assertEquals(ExitCode.DATA, run.exitCode());
        assertTrue(run.err().contains("the key does not open"), run.err());

        Path copy = copy("newer");
        Path description = copy.resolve("challenge.json");
        Files.writeString(
                description, Files.readString(description).replace("sagitta-challenge/1", "sagitta-challenge/9"));
        CommandRun newer = score(copy, key);
        assertEquals(ExitCode.DATA, newer.exitCode());
        assertTrue(newer.err().contains("schema is \"sagitta-challenge/9\""), newer.err());
        assertEquals(1, newer.errorLines());
    }

    @Test
    void aFolderWithFilesIsNotFilled() {
        CommandRun run = make(made);
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("must be an empty folder or a new one"), run.err());
    }

    private static Path copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (String file : new String[] {
            "challenge.json", "README.md", "truth.sealed", "data/JPSI-000.h5", "simulation/JPSI-000.h5"
        }) {
            Path to = copy.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(made.resolve(file), to);
        }
        return copy;
    }
}
