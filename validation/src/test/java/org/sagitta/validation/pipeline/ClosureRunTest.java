package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.calibration.CorrectionJson;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.io.hdf5.SampleHdf5;
import org.sagitta.data.sample.Column;
import org.sagitta.data.sample.Provenance;
import org.sagitta.data.sample.Table;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.ScenarioYaml;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.BiasLimits;

class ClosureRunTest {
    private static final Map<Resonance, Integer> PAIRS =
            Map.of(Resonance.JPSI, 1500, Resonance.UPSILON_1S, 300, Resonance.Z, 300);

    /** Fewer than there are J/psi, more than there are of the others. */
    private static final long KEPT = 1000;

    /** The truth field is stronger than the fit's by 0.09 to 0.17 %, so masses come out too low by about as much. */
    private static final double BIAS_LOW = -2.5e-3;

    private static final double BIAS_HIGH = -0.4e-3;

    @TempDir
    private Path folder = Path.of("");

    private ClosureOutcome run(int threads, String output) throws InterruptedException {
        ClosureRequest request = new ClosureRequest(
                Scenarios.bundled(Scenarios.W_LIKE_2011).withRun(3, PAIRS),
                threads,
                BiasLimits.all(2e-4),
                MisalignmentSource.JPSI,
                KEPT,
                folder.resolve(output));
        return new ClosureRun("1.0+abc123").run(request, ProgressListener.none());
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws InterruptedException {
        ClosureOutcome one = run(1, "one");
        ClosureOutcome two = run(2, "two");

        assertEquals(one.result().samples(), two.result().samples());
        assertEquals(one.result().legs(), two.result().legs());
        assertEquals(one.result().parameters(), two.result().parameters());
        assertEquals(one.rejected(), two.rejected());
        assertEquals(CorrectionJson.write(one.correction()), CorrectionJson.write(two.correction()));
        for (String world : new String[] {"w-like-2011", "w-like-2011-ideal-partner"}) {
            for (Resonance resonance : PAIRS.keySet()) {
                Path file = Path.of("samples", world, resonance + "-000.h5");
                assertSameColumns(
                        folder.resolve("one").resolve(file),
                        folder.resolve("two").resolve(file));
            }
        }
        assertEquals(KEPT, rows(folder.resolve("two/samples/w-like-2011/JPSI-000.h5")));
        assertEquals(300, rows(folder.resolve("two/samples/w-like-2011/Z-000.h5")));
        assertRunCanBeMadeAgain(folder.resolve("two/samples/w-like-2011/Z-000.h5"));
        assertFieldBiasIsSeen(
                Objects.requireNonNull(one.result().samples().get("JPSI")).inclusive());
    }

    /** No hits, no fits: the run would wait for its first pair for ever. */
    @Test
    void runWithoutAnyAcceptedPairEnds() {
        Scenario ideal = Scenarios.bundled(Scenarios.IDEAL);
        TruthChoice blind = new TruthChoice(ideal.truth().world(), SimulationEffects.FULL.withEfficiency(0));
        ClosureRequest request = new ClosureRequest(
                ideal.withTruth("blind", blind).withRun(3, PAIRS),
                2,
                BiasLimits.all(2e-4),
                MisalignmentSource.JPSI,
                KEPT,
                folder.resolve("none"));
        BadInputException e = assertThrows(
                BadInputException.class, () -> new ClosureRun("1.0").run(request, ProgressListener.none()));
        assertEquals(BadInputException.Kind.USAGE, e.kind());
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains("0 of 100000 events are accepted pairs"), message);
        assertTrue(message.contains("TOO_FEW_MEASUREMENTS=100000"), message);
        assertEquals(1, message.lines().count());
        assertFalse(Files.exists(folder.resolve("none/samples/blind/JPSI-000.h5")));
    }

    private static void assertFieldBiasIsSeen(BiasBin jpsi) {
        assertTrue(jpsi.before() > BIAS_LOW && jpsi.before() < BIAS_HIGH, jpsi.toString());
        assertTrue(jpsi.stat() > 0, jpsi.toString());
    }

    private void assertRunCanBeMadeAgain(Path file) {
        Provenance provenance = SampleHdf5.read(file).provenance();
        Scenario again = ScenarioYaml.parse("provenance", provenance.scenario());
        assertEquals(3, again.seed());
        assertEquals(3, provenance.seed());
        assertEquals(PAIRS, again.events());
        assertEquals("abc123", provenance.revision());
    }

    private static int rows(Path file) {
        return SampleHdf5.read(file).table("dimuon").rows();
    }

    private static void assertSameColumns(Path a, Path b) {
        for (Table table : SampleHdf5.read(a).tables()) {
            Table other = SampleHdf5.read(b).table(table.name());
            for (Column column : table.columns()) {
                assertArrayEquals(
                        column.toDoubles(), other.column(column.name()).toDoubles(), column.name());
            }
        }
    }
}
