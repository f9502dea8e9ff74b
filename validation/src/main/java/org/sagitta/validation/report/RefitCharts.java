package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.geometry.units.Units;
import org.sagitta.validation.study.RefitBin;
import org.sagitta.validation.study.RefitQuantity;
import org.sagitta.validation.study.RefitResult;
import org.sagitta.validation.study.Spread;
import org.sagitta.validation.study.TrackComparison;

/** The figures of a refit: each track in |eta|, and medians and widths in |eta| and pT. */
public final class RefitCharts {
    private static final double LARGEST_ETA = 2.5;

    /** Tracks farther out than this many half widths are not drawn. */
    private static final double DRAWN_WIDTHS = 4;

    /** A quantity on the vertical axis. */
    private record Axis(RefitQuantity quantity, String label, double unit) {}

    private static final List<Axis> MOMENTUM = List.of(
            new Axis(RefitQuantity.PT, "pT ratio - 1 [10^-3]", 1e-3),
            new Axis(RefitQuantity.ETA, "delta eta [10^-3]", 1e-3),
            new Axis(RefitQuantity.PHI, "delta phi [mrad]", Units.MRAD));
    private static final List<Axis> IMPACT = List.of(
            new Axis(RefitQuantity.D0, "delta d0 [um]", Units.UM),
            new Axis(RefitQuantity.Z0, "delta z0 [um]", Units.UM));

    private RefitCharts() {}

    /** The figures by file name. */
    public static Map<String, Figure> of(RefitResult result) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("refit-momentum-eta.svg", againstEta(result, MOMENTUM));
        figures.put("refit-impact-eta.svg", againstEta(result, IMPACT));
        figures.put("refit-momentum-pt.svg", againstPt(result, MOMENTUM));
        figures.put("refit-impact-pt.svg", againstPt(result, IMPACT));
        return figures;
    }

    private static Figure againstEta(RefitResult result, List<Axis> axes) {
        List<Panel> panels = new ArrayList<>();
        for (Axis axis : axes) {
            List<DataPoint> tracks = new ArrayList<>();
            for (TrackComparison track : result.comparison().tracks()) {
                axis.quantity()
                        .of(track)
                        .ifPresent(d ->
                                tracks.add(DataPoint.at(Math.abs(track.listed().eta()), d / axis.unit())));
            }
            double reach = DRAWN_WIDTHS
                    * result.comparison()
                            .all()
                            .differences()
                            .get(axis.quantity())
                            .halfWidth()
                    / axis.unit();
            List<DataPoint> medians = new ArrayList<>();
            for (RefitBin bin : result.comparison().byEta()) {
                Spread spread = bin.differences().get(axis.quantity());
                medians.add(inBin(bin.low(), Math.min(bin.high(), LARGEST_ETA), spread, axis.unit()));
            }
            Panel panel = Panel.of(
                    axis.label(),
                    List.of(
                            Series.openPoints("tracks", Palette.GREY, tracks),
                            Series.points("median", Palette.BLACK, medians)));
            panels.add(reach > 0 ? panel.withRange(-reach, reach) : panel);
        }
        return figure(result, HorizontalAxis.of("listed |eta|", 0, LARGEST_ETA), panels);
    }

    private static Figure againstPt(RefitResult result, List<Axis> axes) {
        List<RefitBin> bins = result.comparison().byPt();
        List<Panel> panels = new ArrayList<>();
        for (Axis axis : axes) {
            List<DataPoint> medians = new ArrayList<>();
            List<DataPoint> widths = new ArrayList<>();
            for (int i = 0; i < bins.size(); i++) {
                Spread spread = bins.get(i).differences().get(axis.quantity());
                medians.add(inBin(i, i + 1.0, spread, axis.unit()));
                widths.add(DataPoint.inBin(i, i + 1.0, spread.halfWidth() / axis.unit(), 0));
            }
            panels.add(Panel.of(
                    axis.label(),
                    List.of(
                            Series.points("median", Palette.BLACK, medians),
                            Series.openPoints("half width of the central 68 %", Palette.BLUE, widths))));
        }
        List<String> names = bins.stream().map(RefitBin::name).toList();
        return figure(result, HorizontalAxis.ofNames(names), panels);
    }

    /** The belief is too long for a place beside the label, and in the first panel there is the legend. */
    private static Figure figure(RefitResult result, HorizontalAxis axis, List<Panel> panels) {
        List<Panel> noted = new ArrayList<>(panels);
        noted.set(1, panels.get(1).withNote(RefitTable.belief(result.choice())));
        return Figure.stacked(new ChartText(RefitTable.title(result), ""), axis, noted);
    }

    /** A bin without tracks has no median and is left out by the figure. */
    private static DataPoint inBin(double low, double high, Spread spread, double unit) {
        double error = Double.isFinite(spread.medianError()) ? spread.medianError() / unit : 0;
        return DataPoint.inBin(low, high, spread.median() / unit, error);
    }
}
