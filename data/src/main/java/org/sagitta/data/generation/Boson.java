package org.sagitta.data.generation;

/**
 * The resonance before it decays, or what stands for it where there is none.
 *
 * @param mass [GeV]; off the nominal mass for the Z, the continuum and events of other generators
 * @param pt transverse momentum [GeV]
 * @param y rapidity
 * @param phi azimuth [rad]
 */
public record Boson(double mass, double pt, double y, double phi) {
    /** Momentum and energy. */
    public FourMomentum momentum() {
        double transverseMass = Math.sqrt(mass * mass + pt * pt);
        return new FourMomentum(
                pt * Math.cos(phi), pt * Math.sin(phi), transverseMass * Math.sinh(y), transverseMass * Math.cosh(y));
    }
}
