package org.sagitta.validation.report;

import java.util.List;

/**
 * Points that are drawn alike.
 *
 * @param name text in the legend, empty for no entry; panels further down do not repeat a name
 */
public record Series(String name, SeriesStyle style, Palette colour, List<DataPoint> points) {

    public Series {
        points = List.copyOf(points);
    }

    public static Series points(String name, Palette colour, List<DataPoint> points) {
        return new Series(name, SeriesStyle.POINTS, colour, points);
    }

    public static Series openPoints(String name, Palette colour, List<DataPoint> points) {
        return new Series(name, SeriesStyle.OPEN_POINTS, colour, points);
    }

    public static Series line(String name, Palette colour, List<DataPoint> points) {
        return new Series(name, SeriesStyle.LINE, colour, points);
    }

    public static Series steps(String name, Palette colour, List<DataPoint> points) {
        return new Series(name, SeriesStyle.STEPS, colour, points);
    }
}
