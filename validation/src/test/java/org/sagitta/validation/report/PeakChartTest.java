package org.sagitta.validation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeakChartTest {
    private static final HorizontalAxis MASS = HorizontalAxis.of("dimuon mass [GeV]", 2.9, 3.3);
    private static final ChartText TEXT = new ChartText("Some label", "some context");

    @Test
    void pullIsDifferenceOverBothErrors() {
        List<DataPoint> pulls = PeakChart.pulls(
                List.of(DataPoint.inBin(0, 1, 25, 3), DataPoint.inBin(1, 2, 0, 0)),
                List.of(DataPoint.inBin(0, 1, 20, 4), DataPoint.inBin(1, 2, 0, 0)));

        assertEquals(1, pulls.size(), "a bin without error has no pull");
        assertEquals(1.0, pulls.get(0).y(), 1e-15); // exact: 5 / hypot(3, 4)
    }

    @Test
    void pullOutsideThePanelIsDrawnAtItsEdge() {
        List<DataPoint> pulls =
                PeakChart.pulls(List.of(DataPoint.count(0, 1, 100)), List.of(DataPoint.inBin(0, 1, 0, 0)));

        assertEquals(5.0, pulls.get(0).y());
    }

    @Test
    void modelMustHaveTheBinsOfTheData() {
        Series data = Series.points("data", Palette.BLACK, List.of(DataPoint.count(0, 1, 4)));
        Series model = Series.line("model", Palette.RED, List.of());

        assertThrows(IllegalArgumentException.class, () -> PeakChart.figure(TEXT, MASS, data, model, List.of()));
    }

    @Test
    void svgHoldsItsTextsAndNothingElseIsLeftInTheFolder(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("made/peak.svg");
        peak().writeSvg(file);

        String svg = Files.readString(file);
        assertTrue(svg.contains("Some label"), "label");
        assertTrue(svg.contains("some context"), "context");
        assertTrue(svg.contains("dimuon mass [GeV]"), "axis");
        assertTrue(svg.contains("Events / (0.008 GeV)"), "bin width");
        assertFalse(svg.contains("NaN"), "coordinates that are not numbers");
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    private static Figure peak() {
        Random random = new Random(3);
        List<DataPoint> data = new ArrayList<>();
        List<DataPoint> model = new ArrayList<>();
        List<DataPoint> background = new ArrayList<>();
        int bins = 50;
        for (int i = 0; i < bins; i++) {
            double low = 2.9 + 0.4 * i / bins;
            double high = 2.9 + 0.4 * (i + 1) / bins;
            double b = 300 - 200 * (low - 2.9);
            double m = b + 4000 * Math.exp(-0.5 * Math.pow((0.5 * (low + high) - 3.095) / 0.03, 2));
            data.add(DataPoint.count(low, high, Math.rint(m + Math.sqrt(m) * random.nextGaussian())));
            model.add(DataPoint.inBin(low, high, m, 0));
            background.add(DataPoint.inBin(low, high, b, 0));
        }
        return PeakChart.figure(
                TEXT,
                MASS,
                Series.points("data", Palette.BLACK, data),
                Series.line("fit", Palette.RED, model),
                List.of(new Series("background", SeriesStyle.DASHED_LINE, Palette.BLUE, background)));
    }
}
