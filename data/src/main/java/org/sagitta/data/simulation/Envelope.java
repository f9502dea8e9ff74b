package org.sagitta.data.simulation;

import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;

/** The smallest cylinder about the z axis, symmetric in z, that holds all sensors. Lengths in mm. */
record Envelope(double radius, double halfLength) {

    static Envelope of(Tracker tracker) {
        double radius = 0;
        double halfLength = 0;
        for (Sensor sensor : tracker.sensors()) {
            Outline outline = sensor.outline();
            for (int end = -1; end <= 1; end += 2) {
                double v = end * outline.halfLength();
                for (int edge = -1; edge <= 1; edge += 2) {
                    Vec3 corner = sensor.plane().toGlobal(edge * outline.halfWidthAt(v), v);
                    radius = Math.max(radius, corner.perp());
                    halfLength = Math.max(halfLength, Math.abs(corner.z()));
                }
            }
        }
        return new Envelope(radius, halfLength);
    }

    boolean contains(Flight at) {
        return Math.abs(at.z) <= halfLength && at.x * at.x + at.y * at.y <= radius * radius;
    }

    /** Length of the straight way from a point inside to the surface [mm]. */
    double distanceToLeave(Flight at) {
        double toEnd = at.tz == 0 ? Double.POSITIVE_INFINITY : (Math.copySign(halfLength, at.tz) - at.z) / at.tz;
        double a = at.tx * at.tx + at.ty * at.ty;
        double b = at.x * at.tx + at.y * at.ty;
        double c = at.x * at.x + at.y * at.y - radius * radius;
        double toSide = a == 0 ? Double.POSITIVE_INFINITY : (Math.sqrt(Math.max(0, b * b - a * c)) - b) / a;
        return Math.min(toEnd, toSide);
    }
}
