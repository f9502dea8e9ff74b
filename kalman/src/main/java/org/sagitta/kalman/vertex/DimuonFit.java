package org.sagitta.kalman.vertex;

import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;

/**
 * The mass of two muons and its error.
 *
 * <p>The error follows from the 3 x 3 covariance of (q/p, phi, theta) of each track; the tracks are taken as independent.
 * The directions are those at the closest approach to the beam line: that the two muons come from one point is not used,
 * which for prompt pairs costs a little resolution and no bias. {@link DimuonVertexFit} uses it.
 */
public final class DimuonFit {

    /** Mass and error of a pair; the order of the two does not matter. */
    public DimuonMass fit(PerigeeState first, PerigeeState second) {
        PairKinematics.Leg a = leg(first);
        PairKinematics.Leg b = leg(second);
        double mass = PairKinematics.mass(a, b);
        double variance = variance(first, PairKinematics.gradient(a, b, mass))
                + variance(second, PairKinematics.gradient(b, a, mass));
        return new DimuonMass(mass, Math.sqrt(variance));
    }

    private static PairKinematics.Leg leg(PerigeeState state) {
        return new PairKinematics.Leg(state.phi(), state.theta(), state.qOverP());
    }

    /** The part of the variance of the mass that comes from one track. */
    private static double variance(PerigeeState state, double[] gradient) {
        LocalVector g = new LocalVector(0, 0, gradient[0], gradient[1], gradient[2]);
        return g.dot(state.covariance().times(g));
    }
}
