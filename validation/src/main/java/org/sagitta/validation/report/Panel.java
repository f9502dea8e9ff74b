package org.sagitta.validation.report;

import java.util.List;
import java.util.Optional;

/**
 * One frame of a figure with its vertical axis. The range of that axis follows from the points and their bars, with
 * room above them for note and legend, unless it is given.
 *
 * @param label quantity and unit of the vertical axis
 * @param note short text inside the frame at the top left, may be empty
 * @param band horizontal band behind the points
 * @param range fixed range of the vertical axis
 * @param weight height relative to the other panels of the figure
 */
public record Panel(
        String label,
        String note,
        List<Series> series,
        Optional<ValueRange> band,
        Optional<ValueRange> range,
        double weight) {

    public Panel {
        series = List.copyOf(series);
        if (!(weight > 0)) {
            throw new IllegalArgumentException("panel weight " + weight + ", must be positive");
        }
    }

    /** A panel of weight 1 whose axis fits its series. */
    public static Panel of(String label, List<Series> series) {
        return new Panel(label, "", series, Optional.empty(), Optional.empty(), 1);
    }

    public Panel withNote(String text) {
        return new Panel(label, text, series, band, range, weight);
    }

    /** With a shaded band, which the axis is made to include. */
    public Panel withBand(double low, double high) {
        return new Panel(label, note, series, Optional.of(new ValueRange(low, high)), range, weight);
    }

    public Panel withRange(double low, double high) {
        return new Panel(label, note, series, band, Optional.of(new ValueRange(low, high)), weight);
    }

    public Panel withWeight(double newWeight) {
        return new Panel(label, note, series, band, range, newWeight);
    }
}
