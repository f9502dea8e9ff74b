package org.sagitta.calibration.likelihood;

/**
 * Window of a likelihood fit in w = ln(m / m_ref), the measured mass over a reference mass. Pairs outside are not used, and
 * densities are normalised inside, for each pair with its own error: what the window cuts off costs no bias.
 *
 * @param low lower edge, negative
 * @param high upper edge, positive
 */
public record MassRange(double low, double high) {
    /** About 2.83 to 3.35 GeV for the J/psi: nine standard deviations down, where the tail of radiation is flat. */
    public static final MassRange STANDARD = new MassRange(-0.09, 0.08);

    /** Checks the order. */
    public MassRange {
        if (!(low < 0 && high > 0 && low > -0.3 && high < 0.3)) {
            throw new IllegalArgumentException("mass range: ln(m/m_ref) from " + low + " to " + high
                    + "; it must contain 0 and lie within -0.3 and 0.3");
        }
    }

    /** Whether a pair is used. */
    public boolean contains(double w) {
        return w > low && w < high;
    }

    /** From -1 at the lower to 1 at the upper edge. */
    double position(double w) {
        return (2 * w - low - high) / (high - low);
    }

    double width() {
        return high - low;
    }
}
