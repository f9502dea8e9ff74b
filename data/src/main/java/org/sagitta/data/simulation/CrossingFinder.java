package org.sagitta.data.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * Finds the sensors that a short arc crosses, in order. The index names the sensors near the arc; of each the distance of
 * the path from its plane is a polynomial in the path length, whose roots come from the quadratic part and are refined
 * by Newton's method to rounding. Mutable; owned by one thread.
 */
final class CrossingFinder {
    /** A sensor is not met again within this distance of its last crossing [mm]. */
    static final double SAME_SENSOR_GAP = 1e-3;

    /** How far behind a starting point a crossing may seem to lie by rounding [mm]. */
    private static final double ROUNDING = 1e-6;

    /** A sensor that the undisturbed arc misses by more than this in its plane is not met after a small kick [mm]. */
    private static final double NEAR = 5;

    /** Newton's method squares the error: after a change that small [mm] the rest is far below rounding. */
    private static final double CONVERGED = 1e-6;

    private static final int MAX_ITERATIONS = 20;

    private final Tracker tracker;
    private final SensorIndex index;
    private final MotionSeries motion;
    private final double[] distance = new double[MotionSeries.ORDER + 1];
    private Sensor[] near = new Sensor[64];
    /** For each near sensor the path from the vertex to where the undisturbed arc first meets its plane [mm]. */
    private double[] meeting = new double[64];

    private int count;

    /**
     * A crossing ahead.
     *
     * @param s path length from the origin of the motion series [mm]
     */
    record Ahead(Sensor sensor, double s, Vec3 point, double u, double v) {}

    CrossingFinder(Tracker tracker, SensorIndex index, MotionSeries motion) {
        this.tracker = tracker;
        this.index = index;
        this.motion = motion;
    }

    /**
     * Notes the sensors that the arc now in the motion series may cross.
     *
     * @param length of the arc [mm]
     * @param path from the vertex to the start of the arc [mm]
     * @param margin how far the path may be from the chord [mm]
     */
    void look(double length, double path, double margin) {
        count = 0;
        index.candidates(motion.position(0), motion.position(length), margin, this::consider);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double s = firstNear(near[i], length);
            if (s < Double.POSITIVE_INFINITY) {
                near[kept] = near[i];
                meeting[kept++] = path + s;
            }
        }
        count = kept;
    }

    private void consider(int sensor) {
        if (count == near.length) {
            near = Arrays.copyOf(near, 2 * count);
            meeting = Arrays.copyOf(meeting, 2 * count);
        }
        near[count++] = tracker.sensor(sensor);
    }

    /** The first meeting with the plane in or near the outline, on the arc or shortly before or behind; or infinity. */
    private double firstNear(Sensor sensor, double length) {
        double s = firstRoot(sensor.plane(), -NEAR, length + NEAR);
        while (s < Double.POSITIVE_INFINITY) {
            Vec3 local = sensor.plane().toLocal(motion.position(s));
            if (Math.abs(local.y()) <= sensor.outline().halfLength() + NEAR
                    && Math.abs(local.x()) <= sensor.outline().halfWidthAt(local.y()) + NEAR) {
                return s;
            }
            s = firstRoot(sensor.plane(), s + SAME_SENSOR_GAP, length + NEAR);
        }
        return s;
    }

    /**
     * The first crossing on the rest of the arc.
     *
     * @param length of the rest [mm], from the origin of the motion series
     * @param path from the vertex to that origin [mm]
     * @param past crossings so far
     */
    Optional<Ahead> next(double length, double path, List<SimulatedCrossing> past) {
        Ahead first = null;
        double limit = length;
        for (int i = 0; i < count; i++) {
            if (meeting[i] - path > limit + NEAR) {
                continue;
            }
            Sensor sensor = near[i];
            double s = firstRoot(sensor.plane(), earliest(sensor.index(), path, past), limit);
            while (s < Double.POSITIVE_INFINITY) {
                Vec3 point = motion.position(s);
                Vec3 local = sensor.plane().toLocal(point);
                if (sensor.outline().contains(local.x(), local.y())) {
                    first = new Ahead(sensor, Math.max(0, s), point, local.x(), local.y());
                    limit = s;
                    break;
                }
                s = firstRoot(sensor.plane(), s + SAME_SENSOR_GAP, limit);
            }
        }
        return Optional.ofNullable(first);
    }

    /** From where on a sensor may be met, relative to the present origin. */
    private static double earliest(int sensor, double path, List<SimulatedCrossing> past) {
        for (int i = past.size() - 1; i >= 0 && past.get(i).path() > path - SAME_SENSOR_GAP; i--) {
            if (past.get(i).sensor() == sensor) {
                return past.get(i).path() - path + SAME_SENSOR_GAP;
            }
        }
        return -ROUNDING;
    }

    /** The first path length in [from, to] at which the motion meets the plane; infinite if there is none. */
    private double firstRoot(Plane plane, double from, double to) {
        double[] g = distance;
        int order = motion.distanceFrom(plane.origin(), plane.w(), g);
        double discriminant = g[1] * g[1] - 4 * g[0] * g[2];
        if (discriminant < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double q = -0.5 * (g[1] + Math.copySign(Math.sqrt(discriminant), g[1]));
        double one = refined(g[0] / q, order, from, to);
        double other = refined(q / g[2], order, from, to);
        return Math.min(one, other);
    }

    /** Newton's method from a first value; infinite if it ends outside [from, to]. */
    private double refined(double start, int order, double from, double to) {
        // The quadratic part is good to a few per cent of the arc: what starts far outside stays outside.
        double slack = 0.2 * Math.abs(start) + NEAR;
        if (!(start > from - slack && start < to + slack)) {
            return Double.POSITIVE_INFINITY;
        }
        double s = start;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double value = distance[order];
            double slope = 0;
            for (int n = order - 1; n >= 0; n--) {
                slope = slope * s + value;
                value = value * s + distance[n];
            }
            double change = value / slope;
            s -= change;
            if (Math.abs(change) < CONVERGED) {
                return s >= from && s <= to ? s : Double.POSITIVE_INFINITY;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
