package org.sagitta.validation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Draws one panel into its frame. */
final class PanelPainter {
    private static final Font TICKS = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final Font INSIDE = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke LINE = new BasicStroke(2f);
    private static final BasicStroke DASHED =
            new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {7f, 5f}, 0f);
    private static final double MARKER = 7;
    private static final int TEXT_ROW = 30;
    private static final double MARGIN = 0.08;
    /** Keeps the last tick in sight when rounding puts it just beyond the end. */
    private static final double ROUNDING = 1e-9;

    private static final int HORIZONTAL_TICKS = 10;
    private static final int PIXELS_PER_TICK = 28;

    private final Panel panel;
    private final HorizontalAxis axis;
    private final List<Series> inLegend;

    PanelPainter(Panel panel, HorizontalAxis axis, Set<String> alreadyNamed) {
        this.panel = panel;
        this.axis = axis;
        this.inLegend = panel.series().stream()
                .filter(s -> !s.name().isEmpty() && !alreadyNamed.contains(s.name()))
                .toList();
    }

    /** Draws frame, points and texts; the numbers below the axis only for the lowest panel. */
    void draw(Graphics2D g, Rectangle2D frame, boolean lowest) {
        XYPlot plot = emptyPlot();
        NumberAxis horizontal = numberAxis(axis.range(), Ticks.unit(axis.range(), HORIZONTAL_TICKS));
        horizontal.setTickLabelsVisible(lowest && axis.names().isEmpty());
        ValueRange range = verticalRange(frame.getHeight());
        int ticks = Math.max(3, (int) (frame.getHeight() / PIXELS_PER_TICK));
        NumberAxis vertical = numberAxis(range, Ticks.unit(range, ticks));
        plot.setDomainAxis(0, horizontal);
        plot.setRangeAxis(0, vertical);
        NumberAxis top = withoutNumbers(axis.range(), horizontal.getTickUnit());
        if (!axis.names().isEmpty()) {
            hideTicks(horizontal);
            hideTicks(top);
        }
        plot.setDomainAxis(1, top);
        plot.setRangeAxis(1, withoutNumbers(range, vertical.getTickUnit()));
        for (int i = 0; i < panel.series().size(); i++) {
            plot.setDataset(i, dataset(panel.series().get(i)));
            plot.setRenderer(i, renderer(panel.series().get(i)));
        }
        plot.draw(g, frame, null, null, null);
        g.setPaint(Color.BLACK);
        g.setStroke(THIN);
        g.draw(frame);
        drawTexts(g, frame);
        drawPartitions(g, frame);
        if (lowest) {
            drawNames(g, frame);
        }
    }

    private XYPlot emptyPlot() {
        XYPlot plot = new XYPlot();
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setFixedDomainAxisSpace(new AxisSpace());
        plot.setFixedRangeAxisSpace(new AxisSpace());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Palette.GREY.colour());
        plot.setRangeZeroBaselineStroke(THIN);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        panel.band()
                .ifPresent(b -> plot.addRangeMarker(
                        new IntervalMarker(b.low(), b.high(), Palette.ORANGE.tint()), Layer.BACKGROUND));
        return plot;
    }

    private static NumberAxis numberAxis(ValueRange range, NumberTickUnit ticks) {
        NumberAxis result = new NumberAxis(null);
        result.setRange(range.low(), range.high() + ROUNDING * range.length());
        result.setTickUnit(ticks);
        result.setTickLabelFont(TICKS);
        result.setTickLabelPaint(Color.BLACK);
        result.setAxisLinePaint(Color.BLACK);
        result.setTickMarkPaint(Color.BLACK);
        result.setTickMarkOutsideLength(0);
        result.setTickMarkInsideLength(9);
        result.setMinorTickMarksVisible(true);
        result.setMinorTickMarkOutsideLength(0);
        result.setMinorTickMarkInsideLength(5);
        return result;
    }

    private static NumberAxis withoutNumbers(ValueRange range, NumberTickUnit ticks) {
        NumberAxis result = numberAxis(range, ticks);
        result.setTickLabelsVisible(false);
        return result;
    }

    private static void hideTicks(NumberAxis axis) {
        axis.setTickMarksVisible(false);
        axis.setMinorTickMarksVisible(false);
    }

    private ValueRange verticalRange(double pixels) {
        return panel.range().orElseGet(() -> {
            double low = extent().min().orElse(0);
            double high = extent().max().orElse(1);
            double length = high > low ? high - low : Math.max(1e-9, Math.abs(high));
            boolean counts = low == 0;
            double textShare = hasTexts() ? (TEXT_ROW + 4) / pixels : 0;
            double bottom = counts ? low : low - MARGIN * length;
            double top = high + MARGIN * length;
            return new ValueRange(bottom, bottom + (top - bottom) / (1 - textShare));
        });
    }

    private DoubleStream extent() {
        Stream<Double> points = panel.series().stream()
                .flatMap(s -> s.points().stream())
                .filter(p -> Double.isFinite(p.y()))
                .flatMap(p -> Stream.of(p.y() - p.error(), p.y() + p.error()));
        Stream<Double> band = panel.band().stream().flatMap(b -> Stream.of(b.low(), b.high()));
        return Stream.concat(points, band).mapToDouble(Double::doubleValue);
    }

    private boolean hasTexts() {
        return !panel.note().isEmpty() || !inLegend.isEmpty();
    }

    private static XYIntervalSeriesCollection dataset(Series series) {
        XYIntervalSeries points = new XYIntervalSeries(series.name(), false, true);
        for (DataPoint p : series.points()) {
            if (!Double.isFinite(p.y())) {
                continue;
            }
            if (series.style() == SeriesStyle.STEPS) {
                points.add(p.low(), p.low(), p.low(), p.y(), p.y(), p.y());
                points.add(p.high(), p.high(), p.high(), p.y(), p.y(), p.y());
            } else {
                points.add(p.x(), p.low(), p.high(), p.y(), p.y() - p.error(), p.y() + p.error());
            }
        }
        XYIntervalSeriesCollection result = new XYIntervalSeriesCollection();
        result.addSeries(points);
        return result;
    }

    private static XYItemRenderer renderer(Series series) {
        return switch (series.style()) {
            case POINTS, OPEN_POINTS -> pointRenderer(series);
            case LINE, STEPS -> lineRenderer(series, LINE);
            case DASHED_LINE -> lineRenderer(series, DASHED);
        };
    }

    private static XYErrorRenderer pointRenderer(Series series) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setCapLength(0);
        renderer.setDrawXError(true);
        renderer.setErrorStroke(new BasicStroke(1.4f));
        renderer.setErrorPaint(series.colour().colour());
        renderer.setSeriesShape(0, new Ellipse2D.Double(-MARKER / 2, -MARKER / 2, MARKER, MARKER));
        renderer.setSeriesPaint(0, series.colour().colour());
        renderer.setUseFillPaint(true);
        renderer.setSeriesFillPaint(0, fill(series));
        renderer.setDrawSeriesLineAsPath(false);
        renderer.setDrawOutlines(true);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, series.colour().colour());
        renderer.setSeriesOutlineStroke(0, new BasicStroke(1.4f));
        return renderer;
    }

    private static Color fill(Series series) {
        return series.style() == SeriesStyle.OPEN_POINTS
                ? Color.WHITE
                : series.colour().colour();
    }

    private static XYLineAndShapeRenderer lineRenderer(Series series, BasicStroke stroke) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setSeriesPaint(0, series.colour().colour());
        renderer.setSeriesStroke(0, stroke);
        return renderer;
    }

    /** Note at the left, legend at the right, in the row that the vertical range keeps free. */
    private void drawTexts(Graphics2D g, Rectangle2D frame) {
        g.setFont(INSIDE);
        double base = frame.getMinY() + 22;
        g.setPaint(Color.BLACK);
        g.drawString(panel.note(), (float) frame.getMinX() + 16, (float) base);
        double x = frame.getMaxX() - 16;
        for (int i = inLegend.size() - 1; i >= 0; i--) {
            Series series = inLegend.get(i);
            x -= g.getFontMetrics().stringWidth(series.name());
            g.setPaint(Color.BLACK);
            g.drawString(series.name(), (float) x, (float) base);
            x -= 36;
            drawKey(g, series, x, base - 5);
            x -= 18;
        }
    }

    private static void drawKey(Graphics2D g, Series series, double x, double y) {
        g.setPaint(series.colour().colour());
        switch (series.style()) {
            case LINE, STEPS -> g.setStroke(LINE);
            case DASHED_LINE -> g.setStroke(DASHED);
            case POINTS, OPEN_POINTS -> g.setStroke(new BasicStroke(1.4f));
        }
        g.draw(new Line2D.Double(x, y, x + 28, y));
        if (series.style() == SeriesStyle.POINTS || series.style() == SeriesStyle.OPEN_POINTS) {
            Ellipse2D marker = new Ellipse2D.Double(x + 14 - MARKER / 2, y - MARKER / 2, MARKER, MARKER);
            g.setPaint(fill(series));
            g.fill(marker);
            g.setPaint(series.colour().colour());
            g.draw(marker);
        }
    }

    /** Lines between the parts of an axis of names. */
    private void drawPartitions(Graphics2D g, Rectangle2D frame) {
        g.setPaint(Palette.GREY.colour());
        g.setStroke(THIN);
        for (int i = 1; i < axis.names().size(); i++) {
            double x = frame.getMinX() + i * frame.getWidth() / axis.names().size();
            g.draw(new Line2D.Double(x, frame.getMinY() + TEXT_ROW, x, frame.getMaxY()));
        }
    }

    private void drawNames(Graphics2D g, Rectangle2D frame) {
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        g.setPaint(Color.BLACK);
        double part = frame.getWidth() / Math.max(1, axis.names().size());
        for (int i = 0; i < axis.names().size(); i++) {
            String name = axis.names().get(i);
            double centre = frame.getMinX() + (i + 0.5) * part;
            g.drawString(
                    name, (float) (centre - g.getFontMetrics().stringWidth(name) / 2.0), (float) frame.getMaxY() + 26);
        }
    }
}
