package org.sagitta.validation.report;

/**
 * One point of a figure, in the units of its axes.
 *
 * @param low lower edge of the bin on the horizontal axis
 * @param x position of the marker
 * @param high upper edge of the bin; equal to {@code low} where the point has no width
 * @param y value; a point whose value is not finite is left out of the figure
 * @param error half length of the vertical bar, zero for none
 */
public record DataPoint(double low, double x, double high, double y, double error) {

    public DataPoint {
        if (!(low <= x && x <= high)) {
            throw new IllegalArgumentException("point at " + x + " outside its bin [" + low + ", " + high + "]");
        }
        if (!(error >= 0) || Double.isInfinite(error)) {
            throw new IllegalArgumentException("error bar " + error + " at " + x + ", must be finite and not negative");
        }
    }

    /** A value measured in a bin, drawn at its centre with a horizontal bar over the bin. */
    public static DataPoint inBin(double low, double high, double y, double error) {
        return new DataPoint(low, 0.5 * (low + high), high, y, error);
    }

    /** A point of a curve: no width, no error. */
    public static DataPoint at(double x, double y) {
        return new DataPoint(x, x, x, y, 0);
    }

    /** A count in a bin with the bar sqrt(n). */
    public static DataPoint count(double low, double high, double n) {
        return inBin(low, high, n, Math.sqrt(n));
    }

    /** The same point with value and error multiplied, as for an axis in units of 10^-4. */
    public DataPoint scaled(double factor) {
        return new DataPoint(low, x, high, factor * y, Math.abs(factor) * error);
    }
}
