package org.sagitta.kalman.fit;

import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.SymMatrix5;
import org.sagitta.kalman.state.TrackState;

/**
 * Estimate on a plane from all hits.
 *
 * @param deviation from the reference track
 */
public record Smoothed(Filtered filtered, LocalVector deviation, SymMatrix5 covariance) {
    public TrackState state() {
        ReferencePlane plane = filtered.predicted().plane();
        return new TrackState(plane.sensor().plane(), plane.parameters().plus(deviation), covariance);
    }
}
