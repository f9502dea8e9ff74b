package org.sagitta.data.generation;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Decay to two muons with one photon exactly along one of them. All momenta are exact: the photon has the energy x m / 2,
 * recoils against a muon pair of mass m sqrt(1 - x), and all particles stay on their mass shell.
 */
final class CollinearDecay {
    private CollinearDecay() {}

    /**
     * The decay with a photon that takes a share of m^2.
     *
     * @param axis direction of the positive muon in the rest frame
     * @param x share of m^2 that is lost
     * @param radiator charge of the muon that radiates
     * @return in the rest frame of the particle that decays
     */
    static DecayProducts withPhoton(double m, Vec3 axis, double x, int radiator) {
        double photonEnergy = 0.5 * x * m;
        double pairMass = m * Math.sqrt(1 - x);
        double pairEnergy = m - photonEnergy;
        double p = Math.sqrt(Math.max(0, 0.25 * pairMass * pairMass - FinalStateRadiation.MUON_MASS_2));
        double gamma = pairEnergy / pairMass;
        double gammaBeta = photonEnergy / pairMass;
        // Along the radiator's direction: the pair recoils backwards, slowing the radiator and speeding the other up.
        double radiatorP = gamma * p - gammaBeta * 0.5 * pairMass;
        double otherP = gamma * p + gammaBeta * 0.5 * pairMass;
        Vec3 along = axis.times(radiator);
        FourMomentum radiating = muon(along.times(radiatorP));
        FourMomentum other = muon(along.times(-otherP));
        Vec3 k = along.times(photonEnergy);
        List<FourMomentum> photons = List.of(new FourMomentum(k.x(), k.y(), k.z(), photonEnergy));
        return radiator > 0
                ? new DecayProducts(radiating, other, photons)
                : new DecayProducts(other, radiating, photons);
    }

    private static FourMomentum muon(Vec3 momentum) {
        return FourMomentum.of(momentum, Units.MUON_MASS);
    }
}
