package org.sagitta.kalman.batch.lanes;

import org.sagitta.kalman.batch.HitBlock;

/**
 * The first estimate of a track, good enough to tell where along a strip it passed, and how it bends from hit to hit. Mutable: a
 * scratch of one thread.
 */
final class SeedHelix {
    /** The first point [mm]. */
    double x;

    double y;
    double z;
    /** Cotangent of the polar angle. */
    double cot;
    /** In the transverse plane [1/mm], positive if it turns counter-clockwise seen from +z. */
    double curvature;

    /** Writes the global point [mm] of a hit: of a pixel where it is, of a strip where the track meets it. */
    void point(HitBlock hits, int hit, SensorTable sensors, double[] into) {
        int sensor = hits.sensor(hit);
        double u = hits.first(hit);
        if (hits.isPixel(hit)) {
            into[0] = sensors.coordinate(sensor, 0, u, hits.second(hit));
            into[1] = sensors.coordinate(sensor, 1, u, hits.second(hit));
            into[2] = sensors.coordinate(sensor, 2, u, hits.second(hit));
            return;
        }
        // With v the strip coordinate belongs to another u, as strips may fan out.
        double perV = -u * sensors.get(sensor, SensorTable.FAN);
        double baseX = sensors.coordinate(sensor, 0, u, 0);
        double baseY = sensors.coordinate(sensor, 1, u, 0);
        double baseZ = sensors.coordinate(sensor, 2, u, 0);
        double alongX = sensors.get(sensor, SensorTable.V) + perV * sensors.get(sensor, SensorTable.U);
        double alongY = sensors.get(sensor, SensorTable.V + 1) + perV * sensors.get(sensor, SensorTable.U + 1);
        double alongZ = sensors.get(sensor, SensorTable.V + 2) + perV * sensors.get(sensor, SensorTable.U + 2);
        double half = sensors.get(sensor, SensorTable.HALF_LENGTH);
        double dx = baseX - x;
        double dy = baseY - y;
        double chord = Math.sqrt(dx * dx + dy * dy);
        // Newton's method; strips along the beam or radial ones are there after one step.
        double excess = baseZ - z - cot * arc(chord);
        double slope = alongZ - cot * (dx * alongX + dy * alongY) / chord;
        double v = Math.max(-half, Math.min(half, -excess / slope));
        into[0] = baseX + v * alongX;
        into[1] = baseY + v * alongY;
        into[2] = baseZ + v * alongZ;
    }

    /** Length of the transverse arc over a chord [mm]: asin(s) / s for half the angle it turns by. */
    private double arc(double chord) {
        double sine = 0.5 * curvature * chord;
        double s2 = sine * sine;
        return chord * (1 + s2 * (1.0 / 6 + s2 * (3.0 / 40 + s2 * (15.0 / 336 + s2 * (105.0 / 3456)))));
    }
}
