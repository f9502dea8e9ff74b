package org.sagitta.calibration.peak;

/**
 * Interval of the dimuon mass that a fit looks at; densities are normalised inside it.
 *
 * @param low lower end [GeV], positive
 * @param high upper end [GeV], above {@code low}
 */
public record MassWindow(double low, double high) {
    public MassWindow {
        if (!(low > 0 && high > low && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("mass window [GeV] must be 0 < low < high, got " + low + " to " + high);
        }
    }

    /** True if the mass [GeV] lies inside. */
    public boolean contains(double mass) {
        return mass > low && mass < high;
    }

    /** Position in the window, -1 at the lower and +1 at the upper end. */
    double position(double mass) {
        return (2 * mass - low - high) / (high - low);
    }

    double width() {
        return high - low;
    }
}
