package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.sagitta.validation.study.ErrorBudgetFigure;
import org.sagitta.validation.study.ErrorBudgetLine;

/** The largest lines of an error budget against eta: the Z, and muons of 45 GeV, charge-even and charge-odd. */
public final class ErrorBudgetChart {
    private static final double PER_PPM = 1e6;

    private static final List<Palette> COLOURS =
            List.of(Palette.BLACK, Palette.BLUE, Palette.ORANGE, Palette.RED, Palette.PURPLE, Palette.VIOLET);

    private ErrorBudgetChart() {}

    /** The figure; the lines with the largest biases first. */
    public static Figure of(String scenario, List<ErrorBudgetLine> lines) {
        List<ErrorBudgetLine> largest = lines.stream()
                .sorted(Comparator.comparingDouble(ErrorBudgetChart::size).reversed())
                .limit(COLOURS.size())
                .toList();
        List<Series> z = new ArrayList<>();
        List<Series> even = new ArrayList<>();
        List<Series> odd = new ArrayList<>();
        for (int i = 0; i < largest.size(); i++) {
            ErrorBudgetLine line = largest.get(i);
            z.add(series(line.effect(), i, line.z().byEta()));
            even.add(series(line.effect(), i, line.even45()));
            odd.add(series(line.effect(), i, line.odd45()));
        }
        List<Double> edges = ErrorBudgetLine.edges();
        return Figure.stacked(
                new ChartText(ChartText.SIMULATION, scenario),
                HorizontalAxis.of(
                        "\u03b7 of the muon, of the positive muon", edges.get(0), edges.get(edges.size() - 1)),
                List.of(
                        Panel.of("Z, \u0394m/m [ppm]", z),
                        Panel.of("45 GeV, even [ppm]", even),
                        Panel.of("45 GeV, odd [ppm]", odd)));
    }

    private static double size(ErrorBudgetLine line) {
        double odd = Math.abs(ErrorBudgetLine.worst(line.odd45()).value());
        double even = Math.abs(ErrorBudgetLine.worst(line.even45()).value());
        return Double.isFinite(odd + even) ? odd + even : 0;
    }

    private static Series series(String name, int i, List<ErrorBudgetFigure> figures) {
        List<Double> edges = ErrorBudgetLine.edges();
        List<DataPoint> points = new ArrayList<>();
        for (int bin = 0; bin < figures.size(); bin++) {
            double error = figures.get(bin).error();
            points.add(DataPoint.inBin(
                            edges.get(bin),
                            edges.get(bin + 1),
                            figures.get(bin).value(),
                            Double.isFinite(error) ? error : 0)
                    .scaled(PER_PPM));
        }
        return Series.points(name, COLOURS.get(i), points);
    }
}
