package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.sagitta.validation.study.Harmonics;
import org.sagitta.validation.study.MassShift;
import org.sagitta.validation.study.WeakModeLegs;
import org.sagitta.validation.study.WeakModeMasses;
import org.sagitta.validation.study.WeakModeResponse;

/** The figures of one weak mode: its response against eta and against phi, as points, with the closed form as lines. */
public final class WeakModeCharts {
    private static final List<Palette> COLOURS =
            List.of(Palette.BLACK, Palette.BLUE, Palette.RED, Palette.ORANGE, Palette.PURPLE);
    private static final List<String> NAMES = List.of("1", "cos \u03c6", "sin \u03c6", "cos 2\u03c6", "sin 2\u03c6");
    private static final double PER_PPM = 1e6;
    private static final double ETA_MAX = 2.4;

    private WeakModeCharts() {}

    /** Name and amplitude of a mode, as in the title of its figures. */
    public static String title(WeakModeResponse r) {
        String unit = r.unit().isEmpty() ? "" : " " + r.unit();
        return String.format(
                Locale.ROOT, "%s, \u03b5 = %.3g%s (%.0f \u00b5m)", r.mode(), r.epsilon(), unit, r.edgeUm());
    }

    /** a, m and the three masses against eta. */
    public static Figure againstEta(WeakModeResponse r) {
        List<Panel> panels = new ArrayList<>();
        panels.add(legs("a [ppm]", r, WeakModeLegs::a, WeakModeLegs::predictedA));
        panels.add(legs("m [10\u207b\u2076/GeV]", r, WeakModeLegs::m, WeakModeLegs::predictedM));
        panels.add(masses(r, WeakModeMasses::byEta));
        return Figure.stacked(
                new ChartText(ChartText.SIMULATION, title(r)),
                HorizontalAxis.of("\u03b7 of the muon, of the positive muon", -ETA_MAX, ETA_MAX),
                panels);
    }

    /** The three masses against phi. */
    public static Figure againstPhi(WeakModeResponse r) {
        return Figure.stacked(
                new ChartText(ChartText.SIMULATION, title(r)),
                HorizontalAxis.of("\u03c6 of the positive muon [rad]", -Math.PI, Math.PI),
                List.of(masses(r, WeakModeMasses::byPhi)));
    }

    private static Panel legs(
            String label,
            WeakModeResponse r,
            Function<WeakModeLegs, Harmonics> found,
            Function<WeakModeLegs, Harmonics> predicted) {
        List<Series> series = new ArrayList<>();
        for (int term = 0; term < NAMES.size(); term++) {
            int i = term;
            series.add(Series.line(
                    "",
                    COLOURS.get(i),
                    r.legs().stream()
                            .map(b -> DataPoint.at(
                                    0.5 * (b.etaLow() + b.etaHigh()),
                                    PER_PPM * predicted.apply(b).values().get(i)))
                            .toList()));
            series.add(Series.points(
                    NAMES.get(i),
                    COLOURS.get(i),
                    r.legs().stream()
                            .map(b -> DataPoint.inBin(
                                    b.etaLow(),
                                    b.etaHigh(),
                                    PER_PPM * found.apply(b).values().get(i),
                                    bar(PER_PPM * found.apply(b).errors().get(i))))
                            .toList()));
        }
        return Panel.of(label, series);
    }

    private static Panel masses(WeakModeResponse r, Function<WeakModeMasses, List<MassShift>> bins) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < r.masses().size(); i++) {
            WeakModeMasses m = r.masses().get(i);
            series.add(Series.line(
                    "",
                    COLOURS.get(i),
                    bins.apply(m).stream()
                            .map(b -> DataPoint.at(0.5 * (b.low() + b.high()), PER_PPM * b.predicted()))
                            .toList()));
            series.add(Series.points(
                    m.resonance(),
                    COLOURS.get(i),
                    bins.apply(m).stream()
                            .map(b -> DataPoint.inBin(b.low(), b.high(), PER_PPM * b.shift(), bar(PER_PPM * b.error())))
                            .toList()));
        }
        return Panel.of("\u0394m/m [ppm]", series);
    }

    private static double bar(double error) {
        return Double.isFinite(error) ? error : 0;
    }
}
