package org.sagitta.kalman.fit;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.kalman.material.MaterialKick;
import org.sagitta.kalman.material.ParticleHypothesis;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.SymMatrix5;

/**
 * The reference track and its neighbours cross the matter of a plane.
 *
 * <p>Mean loss: E' = E - dE(p), so that with g = d(dE)/dp the slope d(q/p')/d(q/p) = (p/p')^2 (E'/p') (p/E - g). That the
 * loss also depends on the angle of incidence is left out of the slope: 1 mrad changes it by less than 1e-2 of itself,
 * 1e-6 of the momentum.
 *
 * <p>Noise of scattering: theta^2 in the polar angle, (theta0 / sin(theta))^2 in the azimuth, independent; of straggling:
 * sigma(q/p') = E' / p'^3 sigma(dE).
 *
 * @param leaving the reference track behind the plane; its q/p is infinite if the particle is stopped
 * @param slope d(q/p behind) / d(q/p before)
 * @param noise covariance of the noise, expressed before the plane
 */
record PlaneCrossing(FreeState leaving, double slope, SymMatrix5 noise) {
    /** |q/p| below which matter is ignored [1/GeV]; a muon of 1000 TeV does not notice a tracker. */
    private static final double STRAIGHT = 1e-6;

    private static final SymMatrix5 NO_NOISE = SymMatrix5.diagonal(0, 0, 0, 0, 0);

    static PlaneCrossing of(ReferencePlane plane, MaterialEffects material) {
        FreeState before = plane.arriving();
        if (Math.abs(before.qOverP()) < STRAIGHT) {
            return new PlaneCrossing(before, 1, NO_NOISE);
        }
        Vec3 t = before.direction();
        double p = before.p();
        MaterialKick kick = material.crossing(
                p, t.dot(plane.sensor().plane().w()), plane.sensor().material());
        ParticleHypothesis particle = material.particle();
        double after = particle.momentumAfterLoss(p, kick.energyLoss());
        double energyAfter = particle.energy(after);
        double slope =
                (p / after) * (p / after) * (energyAfter / after) * (p / particle.energy(p) - kick.energyLossSlope());

        double scattering = kick.theta0() * kick.theta0();
        double perGev = energyAfter / (after * after * after);
        double straggling = kick.energyLossVariance() * perGev * perGev / (slope * slope);
        double sin2 = t.x() * t.x() + t.y() * t.y();
        return new PlaneCrossing(
                new FreeState(before.position(), t, Math.copySign(1 / after, before.qOverP())),
                slope,
                SymMatrix5.diagonal(0, 0, scattering / sin2, scattering, straggling));
    }

    boolean stopped() {
        return Double.isInfinite(leaving.qOverP());
    }

    /** The way from before this plane to the next one, given the transport from behind this plane. */
    Leg leg(Matrix5 transport) {
        Matrix5 outwards = transport.withQOverPColumnTimes(slope);
        return new Leg(outwards, outwards.inverseOfTransport(), noise);
    }
}
