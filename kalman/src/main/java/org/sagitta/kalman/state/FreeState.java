package org.sagitta.kalman.state;

import org.sagitta.geometry.linear.Vec3;

/**
 * A point of a track in space.
 *
 * @param position [mm]
 * @param direction unit vector along the flight
 * @param qOverP charge over momentum [1/GeV]
 */
public record FreeState(Vec3 position, Vec3 direction, double qOverP) {
    /** Momentum [GeV]. */
    public double p() {
        return 1 / Math.abs(qOverP);
    }
}
