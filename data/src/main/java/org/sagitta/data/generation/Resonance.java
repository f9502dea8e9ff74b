package org.sagitta.data.generation;

/**
 * The resonances used as rulers. Masses and widths: Particle Data Group, Review of Particle Physics 2024, particle
 * listings.
 */
public enum Resonance {
    /** J/psi(1S): mass 3096.900 +- 0.006 MeV, width 92.6 keV. */
    JPSI(443, 3.096900, 92.6e-6),
    /** Upsilon(1S): mass 9460.40 +- 0.10 MeV, width 54.02 keV. */
    UPSILON_1S(553, 9.46040, 54.02e-6),
    /** Z: mass 91188.0 +- 2.0 MeV and width 2495.5 MeV, of the line shape with running width. */
    Z(23, 91.1880, 2.4955);

    private final int pdgId;
    private final double mass;
    private final double width;

    Resonance(int pdgId, double mass, double width) {
        this.pdgId = pdgId;
        this.mass = mass;
        this.width = width;
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
