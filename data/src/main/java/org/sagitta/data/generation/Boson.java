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
    /** Momentum and energy, which add up to E + p_z = m_T exp(y) and E - p_z = m_T exp(-y). */
    public FourMomentum momentum() {
        double transverseMass = Math.sqrt(mass * mass + pt * pt);
        double forward = transverseMass * Math.exp(y);
        double backward = transverseMass * Math.exp(-y);
        return new FourMomentum(
                pt * Math.cos(phi), pt * Math.sin(phi), 0.5 * (forward - backward), 0.5 * (forward + backward));
    }
}
