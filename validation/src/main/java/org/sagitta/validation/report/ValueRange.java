package org.sagitta.validation.report;

/** A finite interval of positive length on an axis. */
public record ValueRange(double low, double high) {
    public ValueRange {
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("axis range [" + low + ", " + high + "] is empty or not finite");
        }
    }

    double length() {
        return high - low;
    }
}
