package org.sagitta.data.generation;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Decay to two muons with any number of photons at any angles.
 *
 * <p>Photons of shares x_i start with the energies x_i m / 2. All are scaled by one factor, between 1 (collinear) and 2
 * (back to back), so that the muons are left with m_mumu^2 = m^2 (1 - sum x_i) exactly. The muons fly back to back along
 * the axis in their own rest frame, from which they are carried by the recoil of all photons.
 *
 * <p>Directions are those of the eikonal current of a muon and an antimuon of velocity b, flying apart in the rest frame:
 * dn / dcos ~ 2 (1 + b^2) / (1 - b^2 c^2) - (1 - b^2) (1 / (1 - b c)^2 + 1 / (1 + b c)^2), c the cosine between photon and
 * axis (Jackson, Classical Electrodynamics, 3rd edition, chapter 15; its integral over c is 2 pi / alpha times beta up
 * to powers of m_mu / m).
 */
final class MultiPhotonDecay {
    private MultiPhotonDecay() {}

    /**
     * The decay with photons of given shares, whose directions are drawn.
     *
     * @param axis direction of the positive muon in the rest frame of both muons
     * @param shares of the photons
     * @return in the rest frame of the particle that decays
     */
    static DecayProducts radiating(double m, Vec3 axis, List<Double> shares, EventRandom random) {
        List<FourMomentum> photons = new ArrayList<>();
        Vec3 side = perpendicular(axis);
        Vec3 other = axis.cross(side);
        for (double share : shares) {
            double c = cosine(m, random);
            double phi = random.uniform(-Math.PI, Math.PI);
            double s = Math.sqrt(Math.max(0, (1 - c) * (1 + c)));
            Vec3 direction = axis.times(c).plus(s * Math.cos(phi), side).plus(s * Math.sin(phi), other);
            photons.add(photon(direction.times(0.5 * share * m)));
        }
        return withPhotons(m, axis, photons);
    }

    /**
     * The decay with given photons.
     *
     * @param photons in the rest frame of the particle, with energies before they are scaled
     */
    static DecayProducts withPhotons(double m, Vec3 axis, List<FourMomentum> photons) {
        FourMomentum sum = FourMomentum.sum(photons);
        double share = 2 * sum.e() / m;
        double factor = factor(m, share, sum);
        FourMomentum pair =
                new FourMomentum(-factor * sum.px(), -factor * sum.py(), -factor * sum.pz(), m - factor * sum.e());
        double pairMass = m * Math.sqrt(1 - share);
        double p = Math.sqrt(Math.max(0, 0.25 * pairMass * pairMass - FinalStateRadiation.MUON_MASS_2));
        return new DecayProducts(
                FourMomentum.of(axis.times(p), Units.MUON_MASS).boostedFromRestFrameOf(pair),
                FourMomentum.of(axis.times(-p), Units.MUON_MASS).boostedFromRestFrameOf(pair),
                photons.stream().map(k -> photon(k.momentum().times(factor))).toList());
    }

    /** The smaller f with m^2 - 2 m f E + f^2 (E^2 - K^2) = m^2 (1 - X), for photons of total (K, E) with 2 E = X m. */
    private static double factor(double m, double share, FourMomentum photons) {
        if (share == 0) {
            return 1;
        }
        double mass2 = Math.max(0, photons.dot(photons));
        return 2 / (1 + Math.sqrt(Math.max(0, 1 - 4 * mass2 / (m * m * share))));
    }

    private static FourMomentum photon(Vec3 k) {
        return new FourMomentum(k.x(), k.y(), k.z(), k.norm());
    }

    /** Drawn from 1 / (1 - b c) or 1 / (1 + b c), whose sum lies above the density, and accepted by their ratio. */
    private static double cosine(double m, EventRandom random) {
        double gap = 4 * FinalStateRadiation.MUON_MASS_2 / (m * m);
        double b = Math.sqrt(1 - gap);
        double nearest = gap / (1 + b);
        while (true) {
            double w = (1 + b) * Math.pow(nearest / (1 + b), random.uniform());
            double opposite = 2 - w;
            double envelope = 2 * (2 - gap) / (w * opposite);
            double density = envelope - gap * (1 / (w * w) + 1 / (opposite * opposite));
            double sign = random.uniform() < 0.5 ? 1 : -1;
            if (random.uniform() * envelope < density) {
                return sign * Math.min(1, (1 - w) / b);
            }
        }
    }

    private static Vec3 perpendicular(Vec3 axis) {
        Vec3 across = Math.abs(axis.z()) < 0.9 ? new Vec3(0, 0, 1) : new Vec3(1, 0, 0);
        return across.cross(axis).unit();
    }
}
