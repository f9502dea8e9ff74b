package org.sagitta.calibration.robust;

/**
 * Tukey's biweight, smooth and redescending: psi(u) = u (1 - (u/c)^2)^2 for |u| < c, else 0. Events far away do not
 * count, and none enters or leaves with a jump.
 *
 * @param c pull from which on an event does not count
 */
public record TukeyBiweight(double c) implements Loss {
    /** The value with 95 % efficiency for a Gaussian (Huber and Ronchetti, section 4.8). */
    public static final double STANDARD_C = 4.685;

    /** Standard c. */
    public static final TukeyBiweight STANDARD = new TukeyBiweight(STANDARD_C);

    /** Checks c. */
    public TukeyBiweight {
        if (!(c > 0) || !Double.isFinite(c)) {
            throw new IllegalArgumentException("biweight: c = " + c + ", it must be positive and finite");
        }
    }

    /** c^2/6 (1 - (1 - (u/c)^2)^3) for |u| < c, else c^2/6. */
    @Override
    public double rho(double u) {
        double inside = Math.max(0, 1 - (u / c) * (u / c));
        return c * c / 6 * (1 - inside * inside * inside);
    }

    @Override
    public double psi(double u) {
        return u * weight(u);
    }

    @Override
    public double weight(double u) {
        double inside = 1 - (u / c) * (u / c);
        return inside > 0 ? inside * inside : 0;
    }

    @Override
    public double slope(double u) {
        double t = (u / c) * (u / c);
        return t < 1 ? (1 - t) * (1 - 5 * t) : 0;
    }
}
