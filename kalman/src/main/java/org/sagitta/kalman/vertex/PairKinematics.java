package org.sagitta.kalman.vertex;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.material.ParticleHypothesis;

/**
 * Mass of two muons and its derivatives.
 *
 * <p>With E = sqrt(p^2 + m^2): M^2 = 2 m^2 + 2 (E1 E2 - p1.p2).
 */
final class PairKinematics {
    private static final double MASS = ParticleHypothesis.MUON.mass();

    private PairKinematics() {}

    /** Direction and q/p [1/GeV] of one muon. */
    record Leg(double phi, double theta, double qOverP) {
        double p() {
            return 1 / Math.abs(qOverP);
        }

        Vec3 momentum() {
            return Vec3.direction(phi, theta).times(p());
        }

        double energy() {
            return ParticleHypothesis.MUON.energy(p());
        }
    }

    /** [GeV]. */
    static double mass(Leg a, Leg b) {
        double energies = a.energy() * b.energy();
        return Math.sqrt(2 * MASS * MASS + 2 * (energies - a.momentum().dot(b.momentum())));
    }

    /** Derivatives of the mass with respect to phi, theta and q/p of muon a, in this order. */
    static double[] gradient(Leg a, Leg b, double mass) {
        Vec3 pb = b.momentum();
        double pa = a.p();
        double along = Vec3.direction(a.phi(), a.theta()).dot(pb);
        // M dM = (p_a E_b / E_a - t_a.p_b) dp_a - p_a dt_a.p_b, and dp = -charge p^2 d(q/p).
        double byMomentum = pa * b.energy() / a.energy() - along;
        double sinTheta = Math.sin(a.theta());
        double cosTheta = Math.cos(a.theta());
        double acrossPhi = -Math.sin(a.phi()) * pb.x() + Math.cos(a.phi()) * pb.y();
        double alongPhi = Math.cos(a.phi()) * pb.x() + Math.sin(a.phi()) * pb.y();
        return new double[] {
            -pa * sinTheta * acrossPhi / mass,
            -pa * (cosTheta * alongPhi - sinTheta * pb.z()) / mass,
            -byMomentum * Math.signum(a.qOverP()) * pa * pa / mass
        };
    }
}
