package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.sagitta.validation.study.DetectorComparison;
import org.sagitta.validation.study.DetectorResult;
import org.sagitta.validation.study.DetectorStudy;
import org.sagitta.validation.study.PublishedFigure;
import org.sagitta.validation.study.PublishedFigure.Known;
import org.sagitta.validation.study.TrackQuantity;

/** The figures of the detector against |eta|: ours, and what is published, by how well it is known. */
public final class DetectorCharts {
    private static final HorizontalAxis ETA = HorizontalAxis.of("|eta|", 0, DetectorStudy.ABS_ETA_MAX);

    private DetectorCharts() {}

    /** The figures by file name. */
    public static Map<String, Figure> of(String scenario, DetectorResult result) {
        ChartText text = new ChartText("Sagitta simulation", scenario);
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(
                "detector-hits.svg",
                Figure.stacked(
                        text,
                        ETA,
                        List.of(
                                panel(result, "pixel_layers", "pixel layers", c -> true),
                                panel(result, "strip_layers", "strip layers", c -> true),
                                panel(result, "pixel_hits", "pixel sensors", c -> true),
                                panel(result, "strip_hits", "strip sensors", c -> true))));
        figures.put(
                "detector-material.svg",
                Figure.stacked(
                        text,
                        ETA,
                        List.of(
                                panel(result, "x_over_x0_planes", "x/X0, planes", c -> true),
                                panel(result, "x_over_x0_detailed", "x/X0, detailed", c -> true))));
        for (TrackQuantity quantity : TrackQuantity.values()) {
            List<Panel> panels = new ArrayList<>();
            for (double pt : DetectorStudy.MOMENTA) {
                String label = String.format(Locale.ROOT, "sigma(%s) [%s]", quantity.key(), quantity.unitName());
                panels.add(
                        panel(result, quantity.key(), label, c -> c.published().ptGev() == pt)
                                .withNote(String.format(Locale.ROOT, "pT = %.0f GeV", pt)));
            }
            figures.put("detector-" + quantity.key().replace('_', '-') + ".svg", Figure.stacked(text, ETA, panels));
        }
        figures.put(
                "detector-mass.svg",
                Figure.stacked(
                        text,
                        ETA,
                        List.of(
                                panel(result, "mass_JPSI", "J/psi mass [%]", c -> true),
                                panel(result, "mass_UPSILON_1S", "Y(1S) mass [%]", c -> true),
                                panel(result, "mass_Z", "Z mass [%]", c -> true))));
        return figures;
    }

    private static Panel panel(
            DetectorResult result, String quantity, String label, Predicate<DetectorComparison> wanted) {
        List<DetectorComparison> all =
                result.of(quantity).stream().filter(wanted).toList();
        List<DataPoint> ours =
                all.stream().map(c -> at(c.published(), c.ours(), c.error())).toList();
        return Panel.of(
                label,
                List.of(
                        Series.points("Sagitta", Palette.BLACK, ours),
                        published(
                                all,
                                "published",
                                Palette.RED,
                                k -> k == Known.TEXT || k == Known.FIGURE || k == Known.DATA),
                        published(all, "recalled, to 20 %", Palette.ORANGE, k -> k == Known.RECALLED),
                        published(all, "computed by others", Palette.BLUE, k -> k == Known.COMPUTED)));
    }

    private static Series published(List<DetectorComparison> all, String name, Palette colour, Predicate<Known> known) {
        return Series.openPoints(
                name,
                colour,
                all.stream()
                        .map(DetectorComparison::published)
                        .filter(p -> known.test(p.known()))
                        .map(p -> at(p, p.value(), 0.5 * (p.valueHigh() - p.valueLow())))
                        .toList());
    }

    private static DataPoint at(PublishedFigure p, double value, double error) {
        return DataPoint.inBin(p.absEtaLow(), p.absEtaHigh(), value, Double.isFinite(error) ? error : 0);
    }
}
