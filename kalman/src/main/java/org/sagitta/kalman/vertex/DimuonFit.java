package org.sagitta.kalman.vertex;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;

/**
 * The mass of two muons and its error.
 *
 * <p>With E = sqrt(p^2 + m^2): M^2 = 2 m^2 + 2 (E1 E2 - p1.p2). The error follows from the 3 x 3 covariance of
 * (q/p, phi, theta) of each track; the tracks are taken as independent. The directions are those at the closest approach
 * to the beam line: that the two muons come from one point is not used, which for prompt pairs costs a little
 * resolution and no bias.
 */
public final class DimuonFit {
    private static final double MASS = ParticleHypothesis.MUON.mass();

    /** Mass and error of a pair; the order of the two does not matter. */
    public DimuonMass fit(PerigeeState first, PerigeeState second) {
        Vec3 p1 = first.momentum();
        Vec3 p2 = second.momentum();
        double e1 = ParticleHypothesis.MUON.energy(first.p());
        double e2 = ParticleHypothesis.MUON.energy(second.p());
        double mass = Math.sqrt(2 * MASS * MASS + 2 * (e1 * e2 - p1.dot(p2)));
        double variance = variance(first, second, e1, e2, mass) + variance(second, first, e2, e1, mass);
        return new DimuonMass(mass, Math.sqrt(variance));
    }

    /** The part of the variance of the mass that comes from track a. */
    private static double variance(PerigeeState a, PerigeeState b, double energyA, double energyB, double mass) {
        Vec3 pb = b.momentum();
        double pa = a.p();
        double along = a.direction().dot(pb);
        // M dM = (p_a E_b / E_a - t_a.p_b) dp_a - p_a dt_a.p_b, and dp = -charge p^2 d(q/p).
        double byMomentum = pa * energyB / energyA - along;
        double sinTheta = Math.sin(a.theta());
        double cosTheta = Math.cos(a.theta());
        double byPhi = -pa * sinTheta * (-Math.sin(a.phi()) * pb.x() + Math.cos(a.phi()) * pb.y());
        double byTheta =
                -pa * (cosTheta * (Math.cos(a.phi()) * pb.x() + Math.sin(a.phi()) * pb.y()) - sinTheta * pb.z());
        LocalVector gradient = new LocalVector(0, 0, byPhi, byTheta, -byMomentum * a.charge() * pa * pa);
        return gradient.dot(a.covariance().times(gradient)) / (mass * mass);
    }
}
