package org.sagitta.validation.report;

import java.util.List;

/**
 * The axis that all panels of a figure share.
 *
 * @param label quantity and unit, as "dimuon mass [GeV]"
 * @param names when not empty, the axis shows these words at the centres of as many equal parts, and no numbers
 */
public record HorizontalAxis(String label, ValueRange range, List<String> names) {
    public HorizontalAxis {
        names = List.copyOf(names);
    }

    public static HorizontalAxis of(String label, double low, double high) {
        return new HorizontalAxis(label, new ValueRange(low, high), List.of());
    }

    /** One unit of the axis for each name: the first name covers [0, 1), the second [1, 2) and so on. */
    public static HorizontalAxis ofNames(List<String> names) {
        return new HorizontalAxis("", new ValueRange(0, names.size()), names);
    }
}
