package org.sagitta.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.ClosureVerdict.Excess;
import org.sagitta.validation.study.MassPeak;

class ClosureReportTest {

    @Test
    void everyFigureIsReadableAndLabelledAsSimulation(@TempDir Path folder) throws IOException {
        List<MassPeak> peaks = List.of(ToyClosure.peak("JPSI"), ToyClosure.peak("UPSILON_1S"), ToyClosure.peak("Z"));
        List<String> names = new ClosureCharts(ToyClosure.result()).write(folder, ToyClosure.profiles(), peaks);

        assertEquals(
                List.of(
                        "parameters.svg",
                        "mass-bias-eta.svg",
                        "mass-bias-phi.svg",
                        "legs.svg",
                        "closure.svg",
                        "peak-jpsi.svg",
                        "peak-upsilon-1s.svg",
                        "peak-z.svg"),
                names);
        for (String name : names) {
            String svg = Files.readString(folder.resolve(name));
            assertTrue(svg.contains("Sagitta simulation"), name);
            assertTrue(svg.contains("toy, seed 3"), name);
            assertFalse(svg.contains("NaN"), name + " has coordinates that are not numbers");
            assertFalse(svg.contains("CMS"), name);
        }
    }

    @Test
    void sampleWithoutErrorsIsLeftOutOfTheSummary(@TempDir Path folder) throws IOException {
        new ClosureCharts(ToyClosure.resultOfBrokenSamples()).write(folder, ToyClosure.profiles(), List.of());

        assertFalse(Files.readString(folder.resolve("closure.svg")).contains("NaN"));
    }

    @Test
    void equalResultsAreEqualFiles(@TempDir Path folder) throws IOException {
        ClosureCharts charts = new ClosureCharts(ToyClosure.result());
        charts.write(folder.resolve("a"), ToyClosure.profiles(), List.of());
        charts.write(folder.resolve("b"), ToyClosure.profiles(), List.of());

        assertEquals(-1, Files.mismatch(folder.resolve("a/closure.svg"), folder.resolve("b/closure.svg")));
    }

    @Test
    void imageHasTheSizeOfTheFigure() {
        Figure figure = new ClosureCharts(ToyClosure.result()).summary();

        assertEquals(figure.width(), figure.image().getWidth());
        assertEquals(figure.height(), figure.image().getHeight());
    }

    @Test
    void tableFitsATerminalAndEndsWithTheSummary() {
        List<String> lines = ClosureTable.of(ToyClosure.result()).lines().toList();

        assertTrue(lines.stream().allMatch(l -> l.length() <= 100), "longest line");
        assertTrue(lines.stream().allMatch(l -> l.chars().allMatch(c -> c < 128)), "plain ASCII");
        assertEquals(
                List.of(
                        "sample             pairs      before    after   stat",
                        "JPSI                   1       10.00     0.10   0.40",
                        "UPSILON_1S             2       10.00     0.10   0.40",
                        "Z                      3       10.00     0.10   0.40",
                        "",
                        "scenario toy, seed 3, 2 threads, 1.5 s, version test"),
                lines.subList(lines.size() - 6, lines.size()));
    }

    @Test
    void excessNamesSampleAndBin() {
        Excess excess = new Excess("Z", "by_phi", new BiasBin(-0.5236, 0, 1e-3, 5.1e-4, 4e-5), 2e-4);

        assertEquals(
                "Z by_phi [-0.52, 0.00): bias +5.10e-04 +- 4.0e-05 exceeds 2.0e-04 by more than twice its error",
                ClosureTable.describe(excess));

        Excess broken = new Excess("Z", "inclusive", new BiasBin(0, 1, 1e-3, Double.NaN, Double.NaN), 2e-4);
        assertEquals(
                "Z inclusive: the correction turns a curvature negative, there is no mass after it",
                ClosureTable.describe(broken));
    }

    @Test
    void smallValuesAreShownTimesAPowerOfTen() {
        assertEquals("M0 \u00d7 10\u2075 [1/GeV]", Magnitude.of(9.7e-5).label("M0 [1/GeV]"));
        assertEquals("A \u00d7 10\u00b3", Magnitude.of(1e-3).label("A"));
        assertEquals(1e3, Magnitude.of(2e-3).factor());
        assertEquals("e [MeV]", Magnitude.of(4).label("e [MeV]"));
    }

    @Test
    void ticksAreOneTwoOrFiveTimesAPowerOfTen() {
        assertEquals(0.05, Ticks.unit(new ValueRange(2.9, 3.3), 10).getSize(), 1e-15);
        assertEquals(0.5, Ticks.unit(new ValueRange(-2.4, 2.4), 10).getSize(), 1e-15);
        assertEquals(1000, Ticks.unit(new ValueRange(0, 5000), 5).getSize(), 1e-9);
        assertEquals("0.10", Ticks.unit(new ValueRange(0, 0.25), 5).valueToString(0.1));
        assertEquals("2000", Ticks.unit(new ValueRange(0, 5000), 5).valueToString(2000));
    }
}
