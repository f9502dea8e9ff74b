package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MethodResult;

/** The methods beside each other: mass bias of the three resonances above, charge-odd legs at 45 GeV below. */
public final class MethodChart {
    private static final double PER_UNIT = 1e4;
    private static final String UNIT = " [10\u207b\u2074]";

    /** Bias that the W-like calibration was quoted with, as a band. */
    private static final double BAND = 2;

    private MethodChart() {}

    /** The figure. */
    public static Figure figure(String scenario, long seed, List<MethodResult> results) {
        List<DataPoint> jpsi = new ArrayList<>();
        List<DataPoint> upsilon = new ArrayList<>();
        List<DataPoint> z = new ArrayList<>();
        List<DataPoint> odd = new ArrayList<>();
        for (int m = 0; m < results.size(); m++) {
            MethodResult result = results.get(m);
            add(jpsi, m + 0.25, result, "JPSI");
            add(upsilon, m + 0.5, result, "UPSILON_1S");
            add(z, m + 0.75, result, "Z");
            for (int b = 0; b < result.oddAt45().size(); b++) {
                add(
                        odd,
                        m + 0.1 + 0.8 * (b + 0.5) / result.oddAt45().size(),
                        result.oddAt45().get(b),
                        0);
            }
        }
        return Figure.stacked(
                new ChartText(ChartText.SIMULATION, scenario + ", seed " + seed),
                HorizontalAxis.ofNames(results.stream().map(MethodResult::name).toList()),
                List.of(
                        Panel.of(
                                        "mass bias" + UNIT,
                                        List.of(
                                                Series.points("J/\u03c8", Palette.BLACK, jpsi),
                                                Series.points("\u03a5(1S)", Palette.BLUE, upsilon),
                                                Series.points("Z", Palette.RED, z)))
                                .withBand(-BAND, BAND),
                        Panel.of(
                                        "charge-odd, 45 GeV" + UNIT,
                                        List.of(Series.openPoints("12 bins of \u03b7", Palette.PURPLE, odd)))
                                .withBand(-BAND, BAND)));
    }

    private static void add(List<DataPoint> points, double x, MethodResult result, String sample) {
        MassClosure closure = result.masses().get(sample);
        if (closure != null) {
            add(
                    points,
                    x,
                    closure.inclusive(),
                    sample.equals("Z") ? result.errors().massScale() : 0);
        }
    }

    private static void add(List<DataPoint> points, double x, BiasBin bin, double calibration) {
        double error = Math.hypot(bin.stat(), calibration);
        if (Double.isFinite(bin.after()) && Double.isFinite(error)) {
            points.add(new DataPoint(x, x, x, bin.after(), error).scaled(PER_UNIT));
        }
    }
}
