package org.sagitta.data.generation;

import java.util.Arrays;

/**
 * Mass spectrum of q qbar to Z/gamma* to mu mu at leading order, in a window.
 *
 * <p>For quarks of charge Q, dN/ds ~ w (s/M^2)^-lambda sigma(s) / s with sigma ~ (1/s) [Q^2 - 2 Q g_V g_V' Re chi +
 * (g_V^2 + g_A^2) (g_V'^2 + g_A'^2) |chi|^2], chi = G_F M^2 / (2 sqrt(2) pi alpha) s / (s - M^2 + i s Gamma / M), g_V =
 * T3 - 2 Q sin^2 theta, g_A = T3 and the primed ones those of the muon (Particle Data Group, Review of Particle Physics
 * 2024, section 10). Summed over up-type and down-type quarks with the shares w of their parton luminosities at the Z
 * and the slopes lambda of tau dL/dtau ~ tau^-lambda. Z alone without slope is the {@link BreitWigner}.
 *
 * <p>Shares and slopes are our own, at leading order with the parton densities of the benchmark in hep-ph/0204316,
 * section 1.3, evolved to the Z, for |y| below 2.5 and 7 TeV: 0.52 and 0.34 for up, 0.48 and 0.47 for down; at 13 TeV
 * they are 0.49, 0.34, 0.51, 0.43. A slope off by 0.1 shifts the peak by 2 MeV.
 *
 * <p>Sampled from a table of the cumulative distribution in steps of 10 MeV, linear in between. Immutable.
 */
public final class DrellYanLine implements MassLine {
    /** Fermi constant [1/GeV^2], Particle Data Group 2024. */
    private static final double FERMI = 1.1663788e-5;
    /** On-shell fine-structure constant at the Z, Keshavarzi et al., arXiv:1911.00367. */
    private static final double ALPHA_Z = 1 / 128.946;
    /** Effective leptonic mixing angle sin^2 theta, Particle Data Group 2024. */
    private static final double SIN2 = 0.23153;

    private static final double MUON_VECTOR = -0.5 + 2 * SIN2;
    private static final double MUON_SQUARES = MUON_VECTOR * MUON_VECTOR + 0.25;
    private static final double STEP = 0.01;

    /**
     * Quarks of one charge.
     *
     * @param share of the parton luminosity at the Z
     * @param slope lambda
     */
    private record Quark(double isospin, double charge, double share, double slope) {
        double vector() {
            return isospin - 2 * charge * SIN2;
        }
    }

    private static final Quark UP = new Quark(0.5, 2.0 / 3, 0.52, 0.34);
    private static final Quark DOWN = new Quark(-0.5, -1.0 / 3, 0.48, 0.47);

    private final double mass;
    private final double width;
    private final double low;
    private final double high;
    private final double step;
    private final double[] cumulative;
    private final double total;

    /**
     * The line in a window.
     *
     * @param mass M [GeV]
     * @param width Gamma [GeV]
     * @param low lower end of the window [GeV], above 0
     * @param high upper end of the window [GeV]
     */
    public DrellYanLine(double mass, double width, double low, double high) {
        if (!(mass > 0) || !(width > 0) || !(low > 0) || !(high > low) || !Double.isFinite(mass + width + high)) {
            throw new IllegalArgumentException("line shape of mass " + mass + " and width " + width + " GeV in " + low
                    + " .. " + high + " GeV, allowed are positive values and low below high");
        }
        this.mass = mass;
        this.width = width;
        this.low = low;
        this.high = high;
        int steps = (int) Math.ceil((high - low) / STEP);
        this.step = (high - low) / steps;
        this.cumulative = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            double m = low + i * step;
            double simpson = perMass(m) + 4 * perMass(m + 0.5 * step) + perMass(m + step);
            cumulative[i + 1] = cumulative[i] + simpson * step / 6;
        }
        this.total = cumulative[steps];
    }

    /** dN/dm up to a constant. */
    private double perMass(double m) {
        double s = m * m;
        return 2 * m * (perSquare(UP, s) + perSquare(DOWN, s));
    }

    private double perSquare(Quark quark, double s) {
        double m2 = mass * mass;
        double offset = s - m2;
        double running = s * width / mass;
        double strength = FERMI * m2 / (2 * Math.sqrt(2) * Math.PI * ALPHA_Z) * s;
        double denominator = offset * offset + running * running;
        double v = quark.vector();
        double photon = quark.charge() * quark.charge();
        double interference = -2 * quark.charge() * v * MUON_VECTOR * strength * offset / denominator;
        double z = (v * v + 0.25) * MUON_SQUARES * strength * strength / denominator;
        return quark.share() * Math.pow(s / m2, -quark.slope()) * (photon + interference + z) / (s * s);
    }

    @Override
    public double high() {
        return high;
    }

    @Override
    public double density(double m) {
        return m < low || m > high ? 0 : perMass(m) / total;
    }

    @Override
    public double cumulative(double m) {
        double place = Math.min(high, Math.max(low, m)) - low;
        int i = Math.min(cumulative.length - 2, (int) (place / step));
        double part = place / step - i;
        return (cumulative[i] + part * (cumulative[i + 1] - cumulative[i])) / total;
    }

    @Override
    public double sample(double u) {
        double wanted = u * total;
        int found = Arrays.binarySearch(cumulative, wanted);
        int i = Math.min(cumulative.length - 2, Math.max(0, found >= 0 ? found : -found - 2));
        double part = (wanted - cumulative[i]) / (cumulative[i + 1] - cumulative[i]);
        return Math.min(high, low + (i + part) * step);
    }
}
