package org.sagitta.data.simulation;

import java.util.HashMap;
import java.util.Map;
import org.sagitta.geometry.detector.Outline;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * Planes and outlines of all sensors in one array, and their types each once: a tracker of objects is so large that a
 * search would wait for memory most of the time. Immutable.
 */
final class SensorTable {
    private static final int STRIDE = 16;
    private static final int U = 4;
    private static final int V = 8;
    private static final int HALF_LENGTH = 12;
    private static final int HALF_WIDTH = 13;
    private static final int HALF_WIDTH_SLOPE = 14;

    /**
     * Per sensor: the axes w, u and v, behind each its product with the origin; half length, half width at v = 0 and its
     * growth with v. Lengths in mm.
     */
    private final double[] table;

    private final SensorType[] type;

    SensorTable(Tracker tracker) {
        this.table = new double[tracker.size() * STRIDE];
        this.type = new SensorType[tracker.size()];
        Map<SensorType, SensorType> types = new HashMap<>();
        for (Sensor sensor : tracker.sensors()) {
            SensorType own = SensorType.of(sensor);
            type[sensor.index()] = types.computeIfAbsent(own, same -> same);
            int at = sensor.index() * STRIDE;
            Plane plane = sensor.plane();
            put(at, plane.w(), plane.origin());
            put(at + U, plane.u(), plane.origin());
            put(at + V, plane.v(), plane.origin());
            Outline outline = sensor.outline();
            table[at + HALF_LENGTH] = outline.halfLength();
            table[at + HALF_WIDTH] = outline.halfWidthAt(0);
            table[at + HALF_WIDTH_SLOPE] =
                    0.5 * (outline.halfWidthAtPlusV() - outline.halfWidthAtMinusV()) / outline.halfLength();
        }
    }

    private void put(int at, Vec3 axis, Vec3 origin) {
        table[at] = axis.x();
        table[at + 1] = axis.y();
        table[at + 2] = axis.z();
        table[at + 3] = axis.dot(origin);
    }

    SensorType type(int sensor) {
        return type[sensor];
    }

    double wx(int sensor) {
        return table[sensor * STRIDE];
    }

    double wy(int sensor) {
        return table[sensor * STRIDE + 1];
    }

    double wz(int sensor) {
        return table[sensor * STRIDE + 2];
    }

    /** Component of a vector along the normal of a sensor. */
    double along(int sensor, double x, double y, double z) {
        int at = sensor * STRIDE;
        return x * table[at] + y * table[at + 1] + z * table[at + 2];
    }

    /** Cosine of the angle between the direction of a muon and the normal of a sensor. */
    double cosine(int sensor, Flight flight) {
        return along(sensor, flight.tx, flight.ty, flight.tz);
    }

    /** Component of the direction of a muon along the axis u of a sensor. */
    double alongU(int sensor, Flight flight) {
        return component(sensor * STRIDE + U, flight);
    }

    /** Component of the direction of a muon along the axis v of a sensor. */
    double alongV(int sensor, Flight flight) {
        return component(sensor * STRIDE + V, flight);
    }

    private double component(int axis, Flight flight) {
        return flight.tx * table[axis] + flight.ty * table[axis + 1] + flight.tz * table[axis + 2];
    }

    /** Local coordinate u of a point [mm]. */
    double u(int sensor, double x, double y, double z) {
        return coordinate(sensor * STRIDE + U, x, y, z);
    }

    /** Local coordinate v of a point [mm]. */
    double v(int sensor, double x, double y, double z) {
        return coordinate(sensor * STRIDE + V, x, y, z);
    }

    /** Distance of a point from the plane [mm]. */
    double w(int sensor, double x, double y, double z) {
        return coordinate(sensor * STRIDE, x, y, z);
    }

    private double coordinate(int axis, double x, double y, double z) {
        return x * table[axis] + y * table[axis + 1] + z * table[axis + 2] - table[axis + 3];
    }

    /** True in the outline and within a margin [mm] around it, measured along u and v. */
    boolean isNear(int sensor, double u, double v, double margin) {
        int at = sensor * STRIDE;
        return Math.abs(v) <= table[at + HALF_LENGTH] + margin
                && Math.abs(u) <= table[at + HALF_WIDTH] + v * table[at + HALF_WIDTH_SLOPE] + margin;
    }
}
