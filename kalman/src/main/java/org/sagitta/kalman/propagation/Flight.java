package org.sagitta.kalman.propagation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.state.FreeState;

/**
 * A track on its way, with its derivatives with respect to direction and q/p at the start. A change of the start position
 * only shifts the track, because gradients of the field are neglected in the derivatives.
 *
 * @param state where the track is
 * @param bend kappa B at that place [GeV/mm]
 * @param byPhi change with the azimuth at the start
 * @param byTheta change with the polar angle at the start
 * @param byQOverP change with q/p at the start
 */
public record Flight(FreeState state, Vec3 bend, Tangent byPhi, Tangent byTheta, Tangent byQOverP) {

    /**
     * The beginning of a flight.
     *
     * @param bend kappa B at the place of the state [GeV/mm]
     */
    public static Flight from(FreeState state, Vec3 bend) {
        Vec3 t = state.direction();
        double perp = t.perp();
        Vec3 byPhi = new Vec3(-t.y(), t.x(), 0);
        Vec3 byTheta = new Vec3(t.x() * t.z() / perp, t.y() * t.z() / perp, -perp);
        return new Flight(
                state,
                bend,
                new Tangent(Vec3.ZERO, byPhi, 0),
                new Tangent(Vec3.ZERO, byTheta, 0),
                new Tangent(Vec3.ZERO, Vec3.ZERO, 1));
    }
}
