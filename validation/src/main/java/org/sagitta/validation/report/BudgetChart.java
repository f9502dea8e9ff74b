package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import org.sagitta.data.scenario.MaterialModel;
import org.sagitta.validation.study.BudgetRow;
import org.sagitta.validation.study.PublishedMaterial;

/** Matter against |eta|: ours as lines, the published columns as open points, what CMS published as filled points. */
public final class BudgetChart {
    /** Axis of the ratio. */
    private static final double RATIO_LOW = 0.94;

    private static final double RATIO_HIGH = 1.06;

    /** Of the upper axis, with room for the legend. */
    private static final double TOP = 2.4;

    /** Required agreement with the published columns. */
    private static final double BAND = 0.03;

    private static final double RATIO_WEIGHT = 0.45;

    private BudgetChart() {}

    /**
     * The figure, with the ratio of ours to the published columns below.
     *
     * @param budgets rows of each model, in increasing |eta|
     */
    public static Figure figure(Map<MaterialModel, List<BudgetRow>> budgets, PublishedMaterial published) {
        List<Series> above = new ArrayList<>();
        List<Series> below = new ArrayList<>();
        double absEtaMax = 0;
        for (Map.Entry<MaterialModel, List<BudgetRow>> budget : budgets.entrySet()) {
            Palette colour = budget.getKey() == MaterialModel.PLANES ? Palette.BLUE : Palette.RED;
            String name = budget.getKey().name().toLowerCase(Locale.ROOT);
            List<BudgetRow> rows = budget.getValue();
            above.add(Series.line(
                    name,
                    colour,
                    rows.stream()
                            .map(r -> DataPoint.at(r.absEta(), r.xOverX0()))
                            .toList()));
            above.add(Series.openPoints(
                    below.isEmpty() ? "published" : "", colour, points(column(budget.getKey(), published))));
            below.add(Series.points("", colour, ratios(rows)));
            absEtaMax = Math.max(absEtaMax, rows.get(rows.size() - 1).absEta());
        }
        above.add(Series.points("arXiv:1405.6569", Palette.BLACK, points(published.paper())));
        return Figure.stacked(
                new ChartText(ChartText.SIMULATION, "straight rays from the origin"),
                HorizontalAxis.of("|\u03b7|", 0, Math.max(absEtaMax, 2.5) + 0.05),
                List.of(
                        Panel.of("x/X\u2080", above).withRange(0, TOP),
                        Panel.of("ours / published", below)
                                .withBand(1 - BAND, 1 + BAND)
                                .withRange(RATIO_LOW, RATIO_HIGH)
                                .withWeight(RATIO_WEIGHT)));
    }

    private static NavigableMap<Double, Double> column(MaterialModel model, PublishedMaterial published) {
        return model == MaterialModel.PLANES ? published.planes() : published.detailed();
    }

    private static List<DataPoint> points(NavigableMap<Double, Double> column) {
        return column.entrySet().stream()
                .map(e -> DataPoint.at(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<DataPoint> ratios(List<BudgetRow> rows) {
        return rows.stream()
                .filter(r -> r.ratio().isPresent())
                .map(r -> DataPoint.at(r.absEta(), r.ratio().getAsDouble()))
                .toList();
    }
}
