package org.sagitta.kalman.fit;

import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.SymMatrix5;
import org.sagitta.kalman.state.TrackState;

/**
 * Estimate on a plane from the hits farther out, before the hit of the plane is used. All estimates are on the inner
 * side of the plane, before its matter.
 *
 * @param deviation from the reference track
 */
public record Predicted(ReferencePlane plane, LocalVector deviation, SymMatrix5 covariance) {
    public TrackState state() {
        return new TrackState(plane.sensor().plane(), plane.parameters().plus(deviation), covariance);
    }
}
