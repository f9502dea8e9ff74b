package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakProjection;
import org.sagitta.validation.study.RealDataCalibrationResult;
import org.sagitta.validation.study.RealDataCalibrationResult.Peak;

/** The figures of a calibration on real data: the peaks with their fits, and A against |eta|. */
public final class RealDataCalibrationCharts {
    private static final double UNIT = 1e-3;

    private RealDataCalibrationCharts() {}

    /** The figures by file name. */
    public static Map<String, Figure> of(RealDataCalibrationResult result) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("jpsi-fit.svg", peak(result.jpsi(), "J/psi, corrected"));
        result.validation().ifPresent(peak -> figures.put("upsilon-fit.svg", peak(peak, "Upsilon, corrected")));
        figures.put("a-vs-eta.svg", againstEta(result));
        return figures;
    }

    private static Figure peak(Peak peak, String context) {
        PeakProjection projection = peak.projection();
        List<Double> edges = projection.edges();
        HorizontalAxis axis = HorizontalAxis.of("dimuon mass [GeV]", edges.get(0), edges.get(edges.size() - 1));
        List<DataPoint> data = new ArrayList<>();
        List<DataPoint> model = new ArrayList<>();
        List<DataPoint> background = new ArrayList<>();
        for (int b = 0; b < projection.observed().size(); b++) {
            double low = edges.get(b);
            double high = edges.get(b + 1);
            data.add(DataPoint.count(low, high, projection.observed().get(b)));
            model.add(DataPoint.inBin(low, high, projection.expected().get(b), 0));
            background.add(DataPoint.inBin(low, high, projection.background().get(b), 0));
        }
        return PeakChart.figure(
                new ChartText(peak.label(), context),
                axis,
                Series.points("data", Palette.BLACK, data),
                Series.line("fit", Palette.RED, model),
                List.of(Series.line("background", Palette.BLUE, background)));
    }

    private static Figure againstEta(RealDataCalibrationResult result) {
        PeakFit byEta = result.byEta();
        EtaBinning bins = byEta.model().bins();
        List<DataPoint> points = new ArrayList<>();
        for (int b = 0; b < bins.size(); b++) {
            points.add(DataPoint.inBin(bins.low(b), bins.high(b), byEta.scale(b) / UNIT, byEta.scaleError(b) / UNIT));
        }
        double last = bins.high(bins.size() - 1);
        double a = result.inclusive().scale(0) / UNIT;
        double sigma = result.inclusive().scaleError(0) / UNIT;
        Panel panel = Panel.of(
                        "A [10^-3]",
                        List.of(
                                Series.line("one A", Palette.RED, List.of(DataPoint.at(0, a), DataPoint.at(last, a))),
                                Series.points("A of each bin", Palette.BLACK, points)))
                .withBand(a - sigma, a + sigma);
        return Figure.stacked(
                new ChartText(result.jpsi().label(), "curvature correction, k' = k (1 + A)"),
                HorizontalAxis.of("|eta| of the muon", 0, last),
                List.of(panel));
    }
}
