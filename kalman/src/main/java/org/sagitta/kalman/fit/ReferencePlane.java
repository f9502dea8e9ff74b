package org.sagitta.kalman.fit;

import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.LocalVector;

/**
 * The reference track on the plane of a hit.
 *
 * @param arriving the track before it crosses the matter of the plane
 * @param local the crossing in the frame of the sensor [mm]
 */
public record ReferencePlane(Sensor sensor, FreeState arriving, Vec3 local) {
    static ReferencePlane of(Sensor sensor, FreeState arriving) {
        return new ReferencePlane(sensor, arriving, sensor.plane().toLocal(arriving.position()));
    }

    /** The parameters of the reference track. */
    public LocalVector parameters() {
        return LocalVector.of(arriving, sensor.plane());
    }
}
