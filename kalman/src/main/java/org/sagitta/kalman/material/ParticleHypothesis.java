package org.sagitta.kalman.material;

import org.sagitta.geometry.units.Units;

/** Which particle the track is taken for; all carry one elementary charge. Masses of hadrons: PDG 2024. */
public enum ParticleHypothesis {
    MUON(Units.MUON_MASS),
    PION(0.13957039 * Units.GEV),
    KAON(0.493677 * Units.GEV),
    PROTON(0.93827208816 * Units.GEV);

    private final double mass;

    ParticleHypothesis(double mass) {
        this.mass = mass;
    }

    /** Mass [GeV]. */
    public double mass() {
        return mass;
    }

    /** Energy [GeV] at momentum p [GeV]: E = sqrt(p^2 + m^2). */
    public double energy(double momentum) {
        return Math.sqrt(momentum * momentum + mass * mass);
    }

    /**
     * Momentum [GeV] that is left when a particle of momentum p [GeV] gives up the energy {@code loss} [GeV] (negative:
     * gains it); zero if the particle is stopped.
     */
    public double momentumAfterLoss(double momentum, double loss) {
        double energy = energy(momentum) - loss;
        return energy > mass ? Math.sqrt((energy - mass) * (energy + mass)) : 0.0;
    }
}
