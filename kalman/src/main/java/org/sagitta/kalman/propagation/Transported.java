package org.sagitta.kalman.propagation;

import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.SymMatrix5;
import org.sagitta.kalman.state.TrackState;

/**
 * A track that reached its target.
 *
 * @param state the track there
 * @param surface the target; at the beam line the plane through it with u = transverse distance to the left of the
 *     flight and v = z, see {@link Propagator#toBeamLine}
 * @param jacobian derivative of the parameters at the target with respect to those at the start
 * @param pathLength signed [mm]
 */
public record Transported(FreeState state, Plane surface, Matrix5 jacobian, double pathLength) implements Propagation {

    /** Parameters at the target. */
    public LocalVector parameters() {
        return LocalVector.of(state, surface);
    }

    /** The state at the target of a track whose covariance at the start is given. */
    public TrackState withCovariance(SymMatrix5 atStart) {
        return new TrackState(surface, parameters(), atStart.transformedBy(jacobian));
    }
}
