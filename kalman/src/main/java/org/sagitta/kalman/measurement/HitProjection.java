package org.sagitta.kalman.measurement;

import java.util.List;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.StripTopology;

/**
 * From a hit and a sensor of the reconstruction to measured coordinates near a reference point. A pixel hit gives two,
 * which are independent, so that they may be used one after the other; a strip hit gives one, a
 * hole none.
 */
public final class HitProjection {
    private HitProjection() {}

    /**
     * The measured coordinates, linearised at (u, v).
     *
     * @param u local u of the reference [mm]
     * @param v local v of the reference [mm]
     * @throws IllegalArgumentException if a strip hit is laid on a sensor without strips
     */
    public static List<ScalarMeasurement> project(Hit hit, Sensor sensor, double u, double v) {
        if (hit instanceof Hole) {
            return List.of();
        }
        double sigmaU = sensor.resolution().sigmaU();
        if (hit instanceof PixelHit pixel) {
            double sigmaV = sensor.resolution().sigmaV();
            return List.of(
                    new ScalarMeasurement(pixel.u() - u, 1, 0, sigmaU * sigmaU),
                    new ScalarMeasurement(pixel.v() - v, 0, 1, sigmaV * sigmaV));
        }
        StripHit strip = (StripHit) hit;
        StripTopology strips = strips(sensor);
        return List.of(new ScalarMeasurement(
                strip.coordinate() - strips.coordinate(u, v), strips.slopeU(v), strips.slopeV(u, v), sigmaU * sigmaU));
    }

    /** The number of coordinates that a hit measures. */
    public static int dimension(Hit hit) {
        if (hit instanceof Hole) {
            return 0;
        }
        return hit instanceof PixelHit ? 2 : 1;
    }

    /** The strips of a sensor. */
    public static StripTopology strips(Sensor sensor) {
        if (sensor.topology() instanceof StripTopology strips) {
            return strips;
        }
        throw new IllegalArgumentException("strip hit on sensor " + sensor.name() + ", which has no strips");
    }
}
