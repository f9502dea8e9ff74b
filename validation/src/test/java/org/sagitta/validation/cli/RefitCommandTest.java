package org.sagitta.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.io.ig.IgEvent;
import org.sagitta.data.io.ig.IgHit;
import org.sagitta.data.io.ig.IgTrack;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.validation.pipeline.ToyRecording;

/** Command refit on a made-up event display. */
class RefitCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void record() {
        IgEvent event = ToyRecording.of(
                List.of(
                        ToyRecording.muon(1, 1.2, 0.3, 1),
                        ToyRecording.muon(-1, 3, -0.4, -2),
                        ToyRecording.muon(1, 5, 1.9, 0.4),
                        ToyRecording.muon(-1, 8, -1.2, 2.2)),
                SimulationEffects.NONE);
        file = ToyRecording.write(folder.resolve("toy.ig"), event);
    }

    private CommandRun refit(String... more) {
        return CommandRun.of(Stream.concat(Stream.of("refit", file.toString()), Arrays.stream(more))
                .toArray(String[]::new));
    }

    private static void assertRefused(int code, CommandRun run, String message) {
        assertEquals(code, run.exitCode(), run.err());
        assertEquals(1, run.errorLines(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void printsATableThatSaysWhatItIsMadeOf() {
        CommandRun run = refit();
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        assertTrue(
                run.out().startsWith("toy.ig, refit with Sagitta: field oae_3_8T, muon mass, energy loss ionisation"),
                run.out());
        assertTrue(
                run.out().contains("run 7 event 42: tracks with listed pT > 1.0 GeV and at least 8 hits"), run.out());
        assertTrue(
                run.out().contains("good: fitted with chi2/ndof < 5, 100.0 % of the tracks; no fit: none"), run.out());
        for (String row :
                List.of("0.0 < |eta| < 0.9", "1.6 < |eta| < 3.0", "pT > 4.0 GeV", "no energy loss", "mass of a pion")) {
            assertTrue(run.out().contains(row), row);
        }
    }

    @Test
    void jsonHasTheSameNumbersAndEveryTrack() throws IOException {
        JsonNode root = new ObjectMapper()
                .readTree(refit("--json", "--energy-loss", "off").out());
        assertEquals("sagitta-refit/1", root.path("schema").asText());
        assertEquals(42, root.path("events").path(0).path("event").asLong());
        assertEquals("MUON", root.path("choice").path("mass_hypothesis").asText());
        assertEquals(4, root.path("all").path("tracks").asInt());
        assertEquals(1, root.path("all").path("good_fraction").asDouble());
        assertTrue(root.path("all").path("high").isNull());
        // Muons in the endcap are pulled to the middle of their strips by less than this; see RefitRunTest for the
        // barrel.
        assertEquals(0, root.path("all").path("pt_ratio_minus_1").path("median").asDouble(), 2e-4);
        assertEquals(4, root.path("tracks").size());
        JsonNode fitted = root.path("tracks").path(1).path("fitted");
        assertEquals(3, fitted.path("pt_gev").asDouble(), 1e-6);
        assertEquals(-1, fitted.path("charge").asInt());
        assertEquals(4, root.path("effects").size());
        assertEquals(3, root.path("effects").path(0).path("by_abs_eta").size());
    }

    @Test
    void writesFiguresAndTheJson() throws IOException {
        Path output = folder.resolve("out");
        CommandRun run = refit("--output", output.toString());
        assertEquals(ExitCode.OK, run.exitCode(), run.err());
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(
                    List.of(
                            "refit-impact-eta.svg",
                            "refit-impact-pt.svg",
                            "refit-momentum-eta.svg",
                            "refit-momentum-pt.svg",
                            "refit.json"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(output.resolve("refit-momentum-eta.svg")).contains("toy.ig, refit with Sagitta"));
        assertEquals(refit("--json").out(), Files.readString(output.resolve("refit.json")));
    }

    @Test
    void optionsChangeTheBeliefOfTheFit() {
        String text = refit(
                        "--field", "uniform_3.8", "--mass-hypothesis", "pion", "--energy-loss", "off", "--event", "42")
                .out();
        assertTrue(text.contains("field uniform_3.8, pion mass, energy loss none"), text);
        assertTrue(
                text.contains("with energy loss") && text.contains("field oae_3_8T") && text.contains("mass of a muon"),
                text);
    }

    @Test
    void failuresAreShownByReason() {
        IgEvent event = ToyRecording.of(List.of(ToyRecording.muon(1, 2, 0.3, 1)), SimulationEffects.NONE);
        IgTrack t = event.tracks().get(0);
        IgTrack stub = new IgTrack(t.position(), 2, 0.3, 1, 1, 1, 1, t.hits().subList(0, 2));
        file = ToyRecording.write(
                folder.resolve("stub.ig"), new IgEvent(event.name(), List.of(t, stub), event.stripClusters()));
        assertTrue(refit("--min-hits", "2").out().contains("50.0 % of the tracks; no fit: 1 TOO_FEW_MEASUREMENTS"));
        assertTrue(refit("--min-hits", "2", "--json").out().contains("\"failure\" : \"TOO_FEW_MEASUREMENTS\""));
    }

    @Test
    void anEventOfModuleCentresIsRefused() {
        IgEvent event = ToyRecording.of(List.of(ToyRecording.muon(1, 2, 0.3, 1)), SimulationEffects.NONE);
        IgTrack t = event.tracks().get(0);
        List<IgHit> centres = t.hits().stream()
                .map(h -> new IgHit(h.detId(), h.module().centre(), h.module()))
                .toList();
        IgTrack track = new IgTrack(t.position(), t.pt(), t.eta(), t.phi(), t.charge(), 1, 1, centres);
        file = ToyRecording.write(folder.resolve("centres.ig"), new IgEvent(event.name(), List.of(track), List.of()));
        assertRefused(ExitCode.DATA, refit(), "run 7 event 42: cannot be refitted, ");
    }

    @ParameterizedTest
    @CsvSource({
        "--pt-min-gev, -1, must be zero or positive",
        "--min-hits, 0, must be at least 1",
        "--event, 43, has run 7 event 42",
        "--field, oae, field model oae is unknown",
        "--mass-hypothesis, electron, expected one of",
        "--energy-loss, half, expected one of",
        "--output, toy.ig, must be a folder"
    })
    void wrongOptionsAreRefusedInOneLine(String option, String value, String message) {
        String text = option.equals("--output") ? file.toString() : value;
        assertRefused(ExitCode.USAGE, refit(option, text), message);
    }

    @Test
    void damagedFilesAreRefusedInOneLine() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
        assertRefused(ExitCode.DATA, refit(), "toy.ig: is no complete zip file");
        Files.delete(file);
        assertRefused(ExitCode.DATA, refit(), "no such file");
        assertRefused(ExitCode.DATA, refit("--pt-min-gev", "100"), "no such file");
    }

    @Test
    void aFileWithoutSuchTracksIsRefused() {
        assertRefused(ExitCode.DATA, refit("--pt-min-gev", "100"), "holds no track with pT above 100.0 GeV");
    }
}
