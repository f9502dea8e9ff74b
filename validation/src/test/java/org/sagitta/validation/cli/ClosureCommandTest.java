package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.fit.FitReport;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.validation.pipeline.ClosureOutcome;
import org.sagitta.validation.pipeline.ClosureRequest;
import org.sagitta.validation.pipeline.ClosureRunner;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.BiasLimits;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.LegClosure;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MassPeak;
import org.sagitta.validation.study.ParameterProfile;
import org.sagitta.validation.study.ParameterValue;
import org.sagitta.validation.study.ProfileBin;
import org.sagitta.validation.study.SpectrumBin;
import picocli.CommandLine;

class ClosureCommandTest {
    private static final double STAT = 5e-5;

    @TempDir
    private Path folder = Path.of("");

    private final List<ClosureRequest> requests = new ArrayList<>();

    private CommandRun run(ClosureRunner runner, String... flags) {
        CommandLine line = Sagitta.commandLine();
        line.getCommandSpec().removeSubcommand("closure");
        line.addSubcommand(new ClosureCommand(runner));
        List<String> args = new ArrayList<>(List.of("closure", "--progress", "none"));
        args.addAll(List.of(flags));
        if (!args.contains("--output")) {
            args.addAll(List.of("--output", folder.toString()));
        }
        return CommandRun.of(line, args.toArray(String[]::new));
    }

    private ClosureRunner found(double biasOfZInOneBin) {
        return (request, progress) -> {
            requests.add(request);
            return outcome(request, biasOfZInOneBin);
        };
    }

    private static ClosureOutcome outcome(ClosureRequest request, double biasOfZ) {
        BiasBin small = new BiasBin(-2.4, 2.4, 1.1e-3, 1.25e-5, STAT);
        BiasBin left = new BiasBin(-2.4, 0, 1.2e-3, biasOfZ, STAT);
        BiasBin empty = new BiasBin(0, 2.4, Double.NaN, Double.NaN, Double.NaN);
        MassClosure quiet = new MassClosure(small, List.of(small), List.of(small));
        MassClosure z = new MassClosure(small, List.of(left, empty), List.of(small));
        ClosureResult result = new ClosureResult(
                request.scenario().name(),
                request.seed(),
                request.threads(),
                "test",
                1.5,
                Map.of("Z", 30, "UPSILON_1S", 20, "JPSI", 10),
                Map.of("Z", z, "UPSILON_1S", quiet, "JPSI", quiet),
                Map.of("Z", new LegClosure(List.of(small), List.of(small))),
                new LegClosure(List.of(small), List.of(small)),
                List.of(new ParameterValue("A1", -1.0 / 3, 1e-5)),
                new FitReport(5, 4, 9, 1.01, 0, 0, List.of()),
                request.limits(),
                true);
        return new ClosureOutcome(
                result,
                Correction.of(AemCorrection.fieldScale(1e-4, 1e-5)),
                List.of(new ParameterProfile("A", List.of(new ProfileBin(-2.4, 2.4, 1e-4, 1e-5, 1.1e-4)))),
                List.of(new MassPeak("Z", List.of(new SpectrumBin(80, 81, 4, 5, 4.5, 0.3)))),
                Map.of("NO_SEED", 3L));
    }

    private static Map<Resonance, Integer> events(int jpsi, int upsilon, int z) {
        return Map.of(Resonance.JPSI, jpsi, Resonance.UPSILON_1S, upsilon, Resonance.Z, z);
    }

    @Test
    void requestCarriesTheFlags() {
        run(
                found(0),
                "--scenario",
                "ideal",
                "--jpsi",
                "11",
                "--upsilon",
                "12",
                "--z",
                "13",
                "--seed",
                "7",
                "--threads",
                "3");

        ClosureRequest request = requests.get(0);
        assertEquals("ideal", request.scenario().name());
        assertEquals(events(11, 12, 13), request.scenario().events());
        assertEquals(7, request.seed());
        assertEquals(3, request.threads());
        assertEquals(BiasLimits.all(2e-4), request.limits());
        assertEquals(folder, request.output());
    }

    @Test
    void defaultsAreTheFullJobOnAllCores() {
        CommandRun run = run(found(0));

        ClosureRequest request = requests.get(0);
        assertEquals("w-like-2011", request.scenario().name());
        assertEquals(events(600_000, 100_000, 200_000), request.scenario().events());
        assertEquals(Runtime.getRuntime().availableProcessors(), request.threads());
        assertTrue(run.err().contains("seed 1"), "the seed is printed: " + run.err());
    }

    @Test
    void closedCalibrationEndsWithZeroAndAllFiles() throws IOException {
        CommandRun run = run(found(1e-5));

        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertTrue(run.out().contains("closure passed"), run.out());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(
                            "closure.json",
                            "closure.svg",
                            "correction.json",
                            "legs.svg",
                            "mass-bias-eta.svg",
                            "mass-bias-phi.svg",
                            "parameters.svg",
                            "peak-z.svg"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void jsonFollowsItsSchema() throws IOException {
        run(found(1e-5), "--seed", "5", "--threads", "2");

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("closure.json").toFile());
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        "schema",
                        "scenario",
                        "seed",
                        "threads",
                        "version",
                        "wall_s",
                        "events",
                        "samples",
                        "legs",
                        "z_legs_at_45_gev",
                        "parameters",
                        "fit",
                        "max_bias",
                        "max_bias_in_eta",
                        "max_bias_in_phi",
                        "passed"),
                keys);
        assertEquals("sagitta-closure/1", json.path("schema").asText());
        assertEquals(
                "{\"JPSI\":10,\"UPSILON_1S\":20,\"Z\":30}", json.path("events").toString());
        assertEquals(
                "{\"before\":0.0011,\"after\":1.25E-5,\"stat\":5.0E-5}",
                json.at("/samples/Z/inclusive").toString());
        assertEquals(
                "{\"low\":0.0,\"high\":2.4,\"before\":null,\"after\":null,\"stat\":null}",
                json.at("/samples/Z/by_eta/1").toString());
        assertEquals(
                "{\"low\":-2.4,\"high\":2.4,\"before\":0.0011,\"after\":1.25E-5,\"stat\":5.0E-5}",
                json.at("/legs/Z/odd/0").toString());
        assertEquals(-1.0 / 3, json.at("/parameters/0/value").asDouble(), "all digits");
        assertTrue(json.path("passed").asBoolean());
    }

    @Test
    void biasBeyondTheLimitEndsWithFourAndNamesTheBin() {
        double beyond = -(2e-4 + 2.1 * STAT);
        CommandRun run = run(found(beyond));

        assertEquals(ExitCode.THRESHOLD, run.exitCode());
        assertTrue(run.err().contains("Z by_eta [-2.40, 0.00): bias -3.05e-04 +- 5.0e-05"), run.err());
        assertTrue(Files.exists(folder.resolve("closure.json")), "results are kept");
    }

    @Test
    void biasWithinTwiceItsErrorOfTheLimitPasses() {
        assertEquals(ExitCode.OK, run(found(2e-4 + 1.9 * STAT)).exitCode());
    }

    @Test
    void limitIsThatOfTheFlag() {
        assertEquals(ExitCode.OK, run(found(2e-3), "--max-bias", "0.01").exitCode());
    }

    @Test
    void countBelowOneIsRefusedBeforeAnythingIsDone() {
        for (String option : List.of("--jpsi", "--upsilon", "--z")) {
            CommandRun run = run(found(0), option, "-5");

            assertEquals(ExitCode.USAGE, run.exitCode());
            assertEquals(
                    "sagitta closure: " + option + " -5: must be at least 1 pair",
                    run.err().strip());
        }
        assertTrue(requests.isEmpty());
    }

    @Test
    void scenarioFileGivesSeedAndSizesUnlessTheFlagsDo() throws IOException {
        String text = Scenarios.bundledText("ideal") + "seed: 42\nevents: {JPSI: 7, Z: 9}\n";
        Path file = Files.writeString(folder.resolve("mine.yaml"), text);
        run(found(0), "--scenario", file.toString(), "--z", "8");

        ClosureRequest request = requests.get(0);
        assertEquals(42, request.seed());
        assertEquals(events(7, 100_000, 8), request.scenario().events());
    }

    @Test
    void wrongScenarioIsOneLineAndLeavesNothingBehind() throws IOException {
        CommandRun unknown = run(found(0), "--scenario", "idea");
        Path file = Files.writeString(folder.resolve("mine.yaml"), Scenarios.bundledText("ideal") + "sed: 42\n");
        CommandRun key = run(found(0), "--scenario", file.toString());

        assertEquals(ExitCode.USAGE, unknown.exitCode());
        assertEquals(1, unknown.errorLines(), unknown.err());
        assertTrue(unknown.err().contains("ideal"), unknown.err());
        assertEquals(ExitCode.USAGE, key.exitCode());
        assertEquals(1, key.errorLines(), key.err());
        assertTrue(key.err().contains("sed") && key.err().contains("seed"), key.err());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void fieldMapWithAHoleIsOneLineOfDataAndLeavesNothingBehind() throws IOException {
        Path map = Files.writeString(folder.resolve("map.csv"), "r_m,phi_rad,z_m,Br_T,Bphi_T,Bz_T\n0,0,0,0,0,3.8\n");
        String text = Scenarios.bundledText("ideal").replace("oae_3_8T", "grid:map.csv");
        Path file = Files.writeString(folder.resolve("mine.yaml"), text);
        Path output = folder.resolve("results");
        CommandRun run = run(found(0), "--scenario", file.toString(), "--output", output.toString());

        assertEquals(ExitCode.DATA, run.exitCode());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains("mine.yaml, line ") && run.err().contains(map.toString()), run.err());
        assertFalse(Files.exists(output));
    }

    @Test
    void wrongThreadsAndLimitsAreRefused() {
        assertEquals(ExitCode.USAGE, run(found(0), "--threads", "-2").exitCode());
        assertEquals(ExitCode.USAGE, run(found(0), "--max-bias", "NaN").exitCode());
        assertEquals(ExitCode.USAGE, run(found(0), "--max-bias", "-1e-4").exitCode());
        assertTrue(requests.isEmpty());
    }

    @Test
    void outputThatIsAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        CommandRun run = run(found(0), "--output", file.toString());

        assertEquals(ExitCode.USAGE, run.exitCode());
        assertEquals(1, run.errorLines(), run.err());
        assertTrue(run.err().contains("--output " + file), run.err());
    }

    @Test
    void nothingIsWrittenWhenTheRunFails() throws IOException {
        run((request, progress) -> {
            throw new IllegalStateException("broken");
        });

        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.findAny().isPresent());
        }
    }
}
