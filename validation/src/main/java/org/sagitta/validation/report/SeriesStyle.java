package org.sagitta.validation.report;

/** How a series is drawn. */
public enum SeriesStyle {
    /** Filled markers with vertical error bars and, where the point has a width, horizontal bars. */
    POINTS,
    /** The same with open markers. */
    OPEN_POINTS,
    /** A line through the points. */
    LINE,
    /** A dashed line through the points. */
    DASHED_LINE,
    /** A horizontal piece over each bin, joined by vertical steps. */
    STEPS
}
