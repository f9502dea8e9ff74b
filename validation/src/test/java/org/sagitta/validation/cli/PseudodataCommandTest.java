package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.ColumnType;
import org.sagitta.data.sample.Sample;
import org.sagitta.data.sample.Table;

class PseudodataCommandTest {
    /** Half a unit in the last place of float32, relative, and as much for what was rounded before. */
    private static final double FLOAT32 = 1.2e-7;

    @TempDir
    private Path folder;

    private CommandRun pseudodata(String options) {
        String inFolder = options.replace("@", folder + "/");
        return CommandRun.of(("pseudodata --progress none " + inFolder).split(" ", -1));
    }

    private static Correction correction() {
        AemModel model = AemModel.standard();
        double[] values = new double[model.size()];
        double[] sigmas = new double[model.size()];
        java.util.Arrays.fill(sigmas, 1e-4);
        values[model.indexOf("A1")] = 2e-3;
        values[model.indexOf("M0_3")] = 1e-4;
        return Correction.of(new AemCorrection(model, values, Covariance.ofSigmas(sigmas)));
    }

    private static byte[] bytes(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /** Bytes depend neither on shards nor on threads. */
    @Test
    void shardsTogetherAreOneRun() throws IOException {
        Files.writeString(folder.resolve("correction.json"), CorrectionJson.write(correction()));
        String options = "--resonance JPSI --events 250 --events-per-file 100 --correction @correction.json -o @";
        assertEquals(ExitCode.OK, pseudodata(options + "all -j 3").exitCode());
        CommandRun first = pseudodata(options + "parts --shard 0/2 -j 1 --json");
        CommandRun second = pseudodata(options + "parts --shard 1/2 -j 2 --json");
        List<String> names =
                List.of("JPSI-000000000-000000099.h5", "JPSI-000000100-000000199.h5", "JPSI-000000200-000000249.h5");
        assertEquals(names, files(folder.resolve("all")));
        for (String name : names) {
            assertArrayEquals(
                    bytes(folder.resolve("all").resolve(name)),
                    bytes(folder.resolve("parts").resolve(name)),
                    name);
        }
        JsonNode json = new ObjectMapper().readTree(second.out());
        assertEquals("sagitta-pseudodata/1", json.get("schema").asText());
        assertEquals(100, json.get("first_event").asInt());
        assertEquals(150, json.get("events").asInt());
        assertEquals(2, json.get("files").size());
        long pairs = json.get("pairs").asLong()
                + new ObjectMapper().readTree(first.out()).get("pairs").asLong();
        long rows = 0;
        for (String name : names) {
            rows += SampleHdf5.read(folder.resolve("all").resolve(name))
                    .table("")
                    .rows();
        }
        assertEquals(pairs, rows);
        Sample sample = SampleHdf5.read(folder.resolve("all").resolve(names.get(1)));
        assertCorrected(sample);
        assertFalse(sample.table("").has("MEParamWeight"));
    }

    private static List<String> files(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertCorrected(Sample sample) {
        Table nano = sample.table("");
        Table dimuon = sample.table("dimuon");
        Correction nominal = correction();
        for (int event = 0; event < nano.rows(); event++) {
            for (int i = 2 * event; i < 2 * event + 2; i++) {
                String leg = nano.column("Muon_charge").whole(i) > 0 ? "plus" : "minus";
                double k = dimuon.column(leg + "_k").number(event);
                double eta = dimuon.column(leg + "_eta").number(event);
                double phi = dimuon.column(leg + "_phi").number(event);
                Charge charge = leg.equals("plus") ? Charge.POSITIVE : Charge.NEGATIVE;
                double pt = 1 / nominal.correct(k, eta, phi, charge);
                assertEquals(pt, nano.column("Muon_correctedPt").number(i), FLOAT32 * pt);
                double up = 1 / nominal.variation(7, 1).correct(k, eta, phi, charge);
                double down = 1 / nominal.variation(31, -1).correct(k, eta, phi, charge);
                assertEquals(up, nano.column("Muon_correctedPt_eig7Up").number(i), FLOAT32 * up);
                assertEquals(down, nano.column("Muon_correctedPt_eig31Down").number(i), FLOAT32 * down);
                assertEquals(
                        nano.column("Muon_charge").whole(i),
                        nano.column("Muon_correctedCharge").whole(i));
            }
        }
        assertFalse(nano.has("Muon_correctedPt_eig32Up"));
        assertTrue(sample.provenance().notes().getOrDefault("inputs", "").startsWith("correction.json, sha256 "));
    }

    @Test
    void theColumnsAreThoseOfCms() {
        assertEquals(
                ExitCode.OK,
                pseudodata("--scenario ideal --resonance Z --events 150 --seed 3 --ideal -o @z")
                        .exitCode());
        Sample sample = SampleHdf5.read(folder.resolve("z").resolve("Z-000000000-000000149.h5"));
        Table nano = sample.table("");
        assertEquals(3, sample.provenance().seed());
        assertTrue(
                sample.provenance().scenario().contains("seed: 3"),
                sample.provenance().scenario());
        assertEquals(
                "sagitta pseudodata --scenario ideal --resonance Z --events 150 --events-per-file 100000 --seed 3 --ideal",
                sample.provenance().notes().get("command"));
        assertEquals("0 to 149 of 150", sample.provenance().notes().get("generated_events"));
        assertEquals(ColumnType.UINT16, type(nano, "GenPart_statusFlags"));
        assertEquals(ColumnType.UINT8, type(nano, "Muon_isGlobal"));
        assertEquals(ColumnType.FLOAT32, type(nano, "Muon_cvhPt"));
        assertEquals(ColumnType.INT32, type(nano, "Muon_cvhCharge"));
        assertEquals("cm", nano.column("Muon_cvhDxy").spec().unit());
        assertFalse(nano.has("Muon_correctedPt"));
        assertWeights(nano);
        for (int i = 0; i < 2 * nano.rows(); i++) {
            assertRefit(nano, i);
        }
    }

    private static ColumnType type(Table table, String column) {
        return table.column(column).spec().type();
    }

    private static void assertWeights(Table nano) {
        assertEquals(23, nano.column("nMEParamWeight").whole(0));
        assertEquals(8, nano.column("nMEParamWeightAltSet1").whole(0));
        assertEquals(23 * nano.rows(), nano.column("MEParamWeight").length());
        // no shift of the mass
        assertEquals(1, nano.column("MEParamWeight").number(23 * 5 + 10));
        assertTrue(nano.column("MEParamWeight").spec().description().contains("massShiftZ2p1MeVUp"));
    }

    /** Pt, eta, phi and the covariance in the order q/p, lambda, phi belong together. */
    private static void assertRefit(Table nano, int i) {
        double pt = nano.column("Muon_cvhPt").number(i);
        assertEquals(nano.column("Muon_pt").number(i), pt, FLOAT32 * pt);
        // in the ideal scenario the ideal partner is the scenario itself
        assertEquals(pt, nano.column("Muon_cvhidealPt").number(i));
        Column values = nano.column("Muon_cvhMomCov_Vals");
        assertEquals(9, nano.column("Muon_cvhMomCov_Counts").whole(i));
        double[][] c = new double[3][3];
        for (int entry = 0; entry < 9; entry++) {
            c[entry / 3][entry % 3] = values.number(9 * i + entry);
        }
        assertEquals(0, Math.abs(c[1][0]) + Math.abs(c[2][0]) + Math.abs(c[2][1]));
        // pT = cos(lambda) / |q/p|: the error of pT from the covariance is that of NanoAOD
        double lambda = Math.atan(Math.sinh(nano.column("Muon_cvhEta").number(i)));
        double qop = nano.column("Muon_cvhCharge").number(i) * Math.cos(lambda) / pt;
        double perQop = -pt / qop;
        double perLambda = -pt * Math.tan(lambda);
        double variance =
                perQop * perQop * c[0][0] + 2 * perQop * perLambda * c[0][1] + perLambda * perLambda * c[1][1];
        double error = nano.column("Muon_ptErr").number(i);
        assertEquals(error, Math.sqrt(variance), 1e-5 * error);
        assertTrue(c[0][0] * c[1][1] > c[0][1] * c[0][1] && c[2][2] > 0 && c[0][0] * c[2][2] > c[0][2] * c[0][2]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--resonance Z --events 0 -o @x | 2 | --events 0: must be 1 to 1000000000",
                "--resonance Z --events-per-file 0 -o @x | 2 | --events-per-file 0: must be 1 to 1000000",
                "--resonance Z --shard 2/2 -o @x | 2 | --shard 2/2: must be I/N with I from 0 to N-1",
                "--resonance Z --shard 1 -o @x | 2 | --shard 1: must be",
                "--resonance Z --shard 0/2 -o @x | 2 | shard 0/2: there are 1 files of 100000 events for all shards",
                "--resonance PHI -o @x | 2 | PHI",
                "--resonance Z --scenario nowhere -o @x | 2 | nowhere",
                "--resonance Z --correction @none.json -o @x | 3 | none.json: no such file",
                "--events 10 -o @x | 2 | Missing required option",
                "--resonance Z --events 10 | 2 | Missing required option",
            })
    void badInputIsOneLineAndMakesNoFolder(String options, int code, String message) {
        CommandRun run = pseudodata(options);
        assertEquals(code, run.exitCode(), run.err());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(Files.exists(folder.resolve("x")));
    }
}
