package org.sagitta.kalman.state;

import org.sagitta.geometry.surface.Plane;

/**
 * Track parameters on a plane with their covariance.
 *
 * @param parameters in the order of {@link Param}
 * @param covariance in the units of the parameters
 */
public record TrackState(Plane surface, LocalVector parameters, SymMatrix5 covariance) {
    /** The track in space, without its errors. */
    public FreeState free() {
        return parameters.on(surface);
    }
}
