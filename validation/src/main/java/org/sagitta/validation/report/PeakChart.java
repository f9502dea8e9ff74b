package org.sagitta.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A mass peak: counts with their bars, the model as a line, and a panel of pulls below. */
public final class PeakChart {
    /** Share of the peak panel to that of the pulls. */
    private static final double PEAK_WEIGHT = 2.8;

    /** The pull panel shows [-5, 5]; a pull outside is drawn at the edge. */
    private static final double PULL_LIMIT = 5;

    private PeakChart() {}

    /**
     * The figure of one peak.
     *
     * @param data counts in bins, with their errors ({@link DataPoint#count} for sqrt(n))
     * @param model expected counts in the same bins; with errors where it is itself a sample
     * @param others further lines to draw in the upper panel, as the background alone
     * @throws IllegalArgumentException if data and model have not the same number of bins, or none
     */
    public static Figure figure(ChartText text, HorizontalAxis axis, Series data, Series model, List<Series> others) {
        if (data.points().isEmpty() || data.points().size() != model.points().size()) {
            throw new IllegalArgumentException("peak with " + data.points().size() + " bins, model with "
                    + model.points().size());
        }
        List<Series> upper = new ArrayList<>(others);
        upper.add(0, zeroLine(axis, Palette.GREY)); // makes the axis of counts start at zero
        upper.add(model);
        upper.add(data);
        Panel peak = Panel.of(countLabel(data.points().get(0)), upper).withWeight(PEAK_WEIGHT);
        Series pulls = Series.points("", data.colour(), pulls(data.points(), model.points()));
        Panel lower =
                Panel.of("Pull", List.of(zeroLine(axis, model.colour()), pulls)).withRange(-PULL_LIMIT, PULL_LIMIT);
        return Figure.stacked(text, axis, List.of(peak, lower));
    }

    /**
     * Pulls (n - m) / sqrt(sigma_n^2 + sigma_m^2), where n is the count and m the model in a bin; an empty bin of error
     * zero has no pull and no point.
     */
    static List<DataPoint> pulls(List<DataPoint> data, List<DataPoint> model) {
        List<DataPoint> pulls = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            DataPoint n = data.get(i);
            DataPoint m = model.get(i);
            double sigma = Math.hypot(n.error(), m.error());
            if (sigma > 0 && Double.isFinite(n.y()) && Double.isFinite(m.y())) {
                double pull = (n.y() - m.y()) / sigma;
                pulls.add(new DataPoint(n.x(), n.x(), n.x(), Math.max(-PULL_LIMIT, Math.min(PULL_LIMIT, pull)), 1));
            }
        }
        return pulls;
    }

    private static Series zeroLine(HorizontalAxis axis, Palette colour) {
        return Series.line(
                "",
                colour,
                List.of(
                        DataPoint.at(axis.range().low(), 0),
                        DataPoint.at(axis.range().high(), 0)));
    }

    /** "Events / (0.01 GeV)" from the width of a bin, to three digits. */
    private static String countLabel(DataPoint bin) {
        double width = bin.high() - bin.low();
        String text = Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.3g", width)));
        return "Events / (" + (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " GeV)";
    }
}
