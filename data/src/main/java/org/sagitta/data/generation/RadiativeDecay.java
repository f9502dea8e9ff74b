package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Isotropic decay to two muons with leading-logarithmic collinear radiation.
 *
 * <p>The share x of m^2 that is lost to photons has P(x below X) = X^beta, beta = (2 alpha / pi) (ln(m^2 / m_mu^2) - 1):
 * the leading-log radiator of final-state radiation, beta 0.027, 0.037 and 0.058 for J/psi, Upsilon and Z. It is
 * radiated as one photon along one of the muons, chosen with equal probability, in the rest frame of the resonance.
 * All momenta are exact: the photon has the energy x m / 2, recoils against a muon pair of mass m sqrt(1 - x), and all
 * particles stay on their mass shell. Matrix-element corrections and photons at an angle are left out.
 */
final class RadiativeDecay {
    /** Fine-structure constant at zero momentum transfer, CODATA 2018. */
    private static final double ALPHA = 7.2973525693e-3;

    private static final double MUON_MASS_2 = Units.MUON_MASS * Units.MUON_MASS;

    private RadiativeDecay() {}

    /** Four-momenta in the laboratory. */
    record Products(FourMomentum plus, FourMomentum minus, FourMomentum photon) {}

    /** Exponent beta of the radiated share for a resonance of mass m [GeV]. */
    static double exponent(double m) {
        return 2 * ALPHA / Math.PI * (Math.log(m * m / MUON_MASS_2) - 1);
    }

    /**
     * Draws the share of m^2 that is radiated. It is limited to what leaves room for two muons at rest, which concerns
     * one decay in 8000 of the J/psi and fewer of the others.
     */
    static double sampleLostShare(double m, EventRandom random) {
        double share = Math.pow(random.uniform(), 1 / exponent(m));
        return Math.min(share, 1 - 4 * MUON_MASS_2 / (m * m));
    }

    static Products decay(Boson boson, EventRandom random) {
        double cosTheta = random.uniform(-1, 1);
        double phi = random.uniform(-Math.PI, Math.PI);
        double x = sampleLostShare(boson.mass(), random);
        double sinTheta = Math.sqrt((1 - cosTheta) * (1 + cosTheta));
        Vec3 axis = new Vec3(sinTheta * Math.cos(phi), sinTheta * Math.sin(phi), cosTheta);
        return inLaboratory(boson, axis, x, random.uniform() < 0.5 ? 1 : -1);
    }

    /**
     * @param axis direction of the positive muon in the rest frame
     * @param radiator charge of the muon that radiates
     */
    private static Products inLaboratory(Boson boson, Vec3 axis, double x, int radiator) {
        double m = boson.mass();
        double photonEnergy = 0.5 * x * m;
        double pairMass = m * Math.sqrt(1 - x);
        double pairEnergy = m - photonEnergy;
        double p = Math.sqrt(Math.max(0, 0.25 * pairMass * pairMass - MUON_MASS_2));
        double gamma = pairEnergy / pairMass;
        double gammaBeta = photonEnergy / pairMass;
        // Along the radiator's direction: the pair recoils backwards, slowing the radiator and speeding the other up.
        double radiatorP = gamma * p - gammaBeta * 0.5 * pairMass;
        double otherP = gamma * p + gammaBeta * 0.5 * pairMass;
        FourMomentum frame = boson.momentum();
        Vec3 along = axis.times(radiator);
        FourMomentum radiating = muon(along.times(radiatorP)).boostedFromRestFrameOf(frame);
        FourMomentum other = muon(along.times(-otherP)).boostedFromRestFrameOf(frame);
        Vec3 k = along.times(photonEnergy);
        FourMomentum photon = new FourMomentum(k.x(), k.y(), k.z(), photonEnergy).boostedFromRestFrameOf(frame);
        return radiator > 0 ? new Products(radiating, other, photon) : new Products(other, radiating, photon);
    }

    private static FourMomentum muon(Vec3 momentum) {
        return FourMomentum.of(momentum, Units.MUON_MASS);
    }
}
