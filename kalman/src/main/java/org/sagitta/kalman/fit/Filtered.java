package org.sagitta.kalman.fit;

import java.util.List;
import org.sagitta.kalman.measurement.ScalarMeasurement;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.SymMatrix5;
import org.sagitta.kalman.state.TrackState;

/**
 * Estimate on a plane from its own hit and those farther out.
 *
 * @param measurements the coordinates of the hit, linearised about the reference track
 * @param deviation from the reference track
 * @param chi2Increment squared normalised innovation of the hit
 */
public record Filtered(
        Predicted predicted,
        List<ScalarMeasurement> measurements,
        LocalVector deviation,
        SymMatrix5 covariance,
        double chi2Increment) {
    public TrackState state() {
        ReferencePlane plane = predicted.plane();
        return new TrackState(plane.sensor().plane(), plane.parameters().plus(deviation), covariance);
    }
}
