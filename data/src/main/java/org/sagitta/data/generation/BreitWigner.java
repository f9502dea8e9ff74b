package org.sagitta.data.generation;

/**
 * Relativistic Breit-Wigner line shape with running width, s Gamma / M:
 * dN/ds ~ 1 / ((s - M^2)^2 + (s Gamma / M)^2), s = m^2, inside a mass window.
 *
 * <p>With g = Gamma / M the denominator is (1 + g^2) ((s - s0)^2 + w^2), s0 = M^2 / (1 + g^2), w = g s0: a Cauchy
 * distribution in s. It is therefore sampled exactly by its inverse, s = s0 + w tan(t), t uniform. The same identity
 * says that the line shape of fixed width has its mass lower by the factor 1/sqrt(1 + g^2), 34 MeV for the Z (Bardin,
 * Leike, Riemann, Sachwitz, Phys. Lett. B 206 (1988) 539). Photon exchange, interference and parton luminosity are in
 * {@link DrellYanLine}.
 *
 * @param mass M [GeV]
 * @param width Gamma [GeV]
 * @param low lower end of the window [GeV]
 * @param high upper end of the window [GeV]
 */
public record BreitWigner(double mass, double width, double low, double high) implements MassLine {
    public BreitWigner {
        if (!(mass > 0) || !(width > 0) || !(low >= 0) || !(high > low)) {
            throw new IllegalArgumentException("Breit-Wigner of mass " + mass + " and width " + width + " GeV in " + low
                    + " .. " + high + " GeV, allowed are positive values and low below high");
        }
    }

    private double centre() {
        double g = width / mass;
        return mass * mass / (1 + g * g);
    }

    private double angle(double m) {
        double s0 = centre();
        return Math.atan((m * m - s0) / (width / mass * s0));
    }

    @Override
    public double density(double m) {
        if (m < low || m > high) {
            return 0;
        }
        double s0 = centre();
        double w = width / mass * s0;
        double t = (m * m - s0) / w;
        return 2 * m / (w * (1 + t * t) * (angle(high) - angle(low)));
    }

    @Override
    public double cumulative(double m) {
        double from = angle(low);
        return (angle(Math.min(high, Math.max(low, m))) - from) / (angle(high) - from);
    }

    @Override
    public double sample(double u) {
        double from = angle(low);
        double s0 = centre();
        double s = s0 + width / mass * s0 * Math.tan(from + u * (angle(high) - from));
        return Math.min(high, Math.max(low, Math.sqrt(Math.max(0, s))));
    }
}
