package org.sagitta.data.generation;

import java.util.List;

/**
 * Resonances that decay to two muons. Masses and widths: Particle Data Group, Review of Particle Physics 2024, particle
 * listings.
 */
public enum Resonance {
    /** J/psi(1S): mass 3096.900 +- 0.006 MeV, width 92.6 keV. */
    JPSI(443, 3.096900, 92.6e-6),
    /** psi(2S): mass 3686.097 +- 0.011 MeV, width 293 keV. */
    PSI_2S(100443, 3.686097, 293e-6),
    /** Upsilon(1S): mass 9460.40 +- 0.10 MeV, width 54.02 keV. */
    UPSILON_1S(553, 9.46040, 54.02e-6),
    /** Upsilon(2S): mass 10023.4 +- 0.5 MeV, width 31.98 keV. */
    UPSILON_2S(100553, 10.0234, 31.98e-6),
    /** Upsilon(3S): mass 10355.1 +- 0.5 MeV, width 20.32 keV. */
    UPSILON_3S(200553, 10.3551, 20.32e-6),
    /** Z: mass 91188.0 +- 2.0 MeV and width 2495.5 MeV, of the line shape with running width. */
    Z(23, 91.1880, 2.4955);

    private static final List<Resonance> CLOSURE = List.of(JPSI, UPSILON_1S, Z);

    private final int pdgId;
    private final double mass;
    private final double width;

    Resonance(int pdgId, double mass, double width) {
        this.pdgId = pdgId;
        this.mass = mass;
        this.width = width;
    }

    /** The rulers of the closure, of which every scenario has samples. The others are made on request. */
    public static List<Resonance> closure() {
        return CLOSURE;
    }

    /** The lightest of its family, for what is not said of this one: J/psi, Upsilon(1S) or Z. */
    public Resonance kin() {
        return switch (this) {
            case JPSI, PSI_2S -> JPSI;
            case UPSILON_1S, UPSILON_2S, UPSILON_3S -> UPSILON_1S;
            case Z -> Z;
        };
    }

    /** Particle number in the scheme of the Particle Data Group. */
    public int pdgId() {
        return pdgId;
    }

    /** Mass [GeV]. */
    public double mass() {
        return mass;
    }

    /** Full width [GeV]. */
    public double width() {
        return width;
    }
}
