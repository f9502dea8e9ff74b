package org.sagitta.data.simulation;

import java.util.Arrays;
import org.sagitta.geometry.detector.SensorIndex;

/**
 * Finds the sensors that a short arc crosses, in order. The index names the sensors near the arc; of each the distance of
 * the path from its plane is a polynomial in the path length, whose roots come from its lowest powers and are refined by
 * Newton's method: on the path itself where the plane is met once, on the polynomial where it may be met twice. Mutable;
 * owned by one thread.
 */
final class CrossingFinder {
    /** A sensor is not met again within this distance of its last crossing [mm]. */
    static final double SAME_SENSOR_GAP = 1e-3;

    /** How far behind a starting point a crossing may seem to lie by rounding [mm]. */
    private static final double ROUNDING = 1e-6;

    /** Newton's method squares the error: after a change that small [mm] the rest is far below rounding. */
    private static final double CONVERGED = 1e-6;

    /** So near to the plane the rest of the way is a short step along the path [mm], which is off the plane by its bend of 1e-7 mm. */
    private static final double NEAR = 1e-2;

    private static final int MAX_ITERATIONS = 20;
    private static final int NONE = -1;
    private static final int PER_CANDIDATE = 4;

    /** Added to the reach of a path around its parabola [mm]. */
    private static final double SPARE = 0.1;

    /**
     * |cos| of the angle between path and normal below which no estimate is made of where a plane is met. As a muon
     * turns by less than half of this between its kicks, it meets table once that it meets more steeply.
     */
    private static final double GRAZING = 0.1;

    /** A first value so far outside the range stays outside: the parabola is good to a few per cent of the arc. */
    private static final double SLACK = 5;

    private final SensorIndex index;
    private final SensorTable table;
    private final MotionSeries motion;
    private final int[] candidates;
    private final double[] distance = new double[MotionSeries.ORDER + 1];

    /** The sensors near the arc, in the order in which they may be met. */
    private int[] near = new int[16];
    /** For each the path from the vertex before which it is not met [mm]. */
    private double[] notBefore = new double[16];
    /** Whether the arc meets its plane once only. */
    private boolean[] once = new boolean[16];

    private int count;

    /** Of each candidate the estimate of where it is met. */
    private double[] meetings = new double[PER_CANDIDATE * 64];

    /** The present arc: its length and path from the vertex [mm], and how much it may turn [rad]. */
    private double arcLength;

    private double arcStart;
    private double mostTurn;
    /** How far a muon on the arc may be from its parabola [mm]. */
    private double reach;

    /** Last crossings, the latest at the end of the list: a sensor is not met twice at the same place. */
    private int[] crossed = new int[64];

    private double[] crossedAt = new double[64];
    private int crossings;

    private int sensor;
    private double s;
    private double u;
    private double v;
    private final PathPoint point = new PathPoint();
    private final PathPoint trial = new PathPoint();

    /** @param candidates scratch, as long as the tracker has sensors; several finders of one thread may share it */
    CrossingFinder(SensorIndex index, SensorTable table, MotionSeries motion, int[] candidates) {
        this.index = index;
        this.table = table;
        this.motion = motion;
        this.candidates = candidates;
    }

    /** Forgets the muon before. */
    void restart() {
        count = 0;
        crossings = 0;
    }

    /**
     * Notes the sensors that the arc now in the motion series may cross.
     *
     * @param length of the arc [mm]
     * @param path from the vertex to the start of the arc [mm]
     * @param sagitta how far the arc may be from its chord [mm]
     * @param turn how much its direction may change [rad]
     */
    void look(double length, double path, double sagitta, double turn) {
        count = 0;
        arcLength = length;
        arcStart = path;
        mostTurn = turn;
        reach = motion.beyondParabola(length) + Stray.LIMIT;
        int found = index.near(motion.start(), motion.position(length), sagitta + Stray.LIMIT, candidates);
        if (PER_CANDIDATE * found > meetings.length) {
            meetings = new double[2 * PER_CANDIDATE * found];
        }
        // Two loops: without branches in the first one it waits for the memory of several sensors at a time.
        for (int i = 0; i < found; i++) {
            estimate(candidates[i], PER_CANDIDATE * i);
        }
        for (int i = 0; i < found; i++) {
            consider(candidates[i], PER_CANDIDATE * i);
        }
    }

    /**
     * Writes down where the arc, taken as a parabola, meets the plane of a sensor: the slope at its start, the path to
     * there [mm], not a number if there is none, and the local coordinates.
     */
    private void estimate(int candidate, int at) {
        double g0 = table.w(candidate, motion.x(0), motion.y(0), motion.z(0));
        double g1 = table.along(candidate, motion.x(1), motion.y(1), motion.z(1));
        double g2 = table.along(candidate, motion.x(2), motion.y(2), motion.z(2));
        double meeting = -2 * g0 / (g1 + Math.copySign(Math.sqrt(g1 * g1 - 4 * g0 * g2), g1));
        double px = motion.x(0) + meeting * (motion.x(1) + meeting * motion.x(2));
        double py = motion.y(0) + meeting * (motion.y(1) + meeting * motion.y(2));
        double pz = motion.z(0) + meeting * (motion.z(1) + meeting * motion.z(2));
        meetings[at] = g1;
        meetings[at + 1] = meeting;
        meetings[at + 2] = table.u(candidate, px, py, pz);
        meetings[at + 3] = table.v(candidate, px, py, pz);
    }

    /** Keeps a sensor if the arc, taken as a parabola, comes near to its outline. */
    private void consider(int candidate, int at) {
        double slope = Math.abs(meetings[at]);
        if (slope < GRAZING + mostTurn) {
            keep(candidate, arcStart);
            return;
        }
        double meeting = meetings[at + 1];
        double room = reach / (slope - mostTurn) + SPARE;
        // A meeting that is no number fails here.
        if (!(meeting >= -room && meeting <= arcLength + room)) {
            return;
        }
        if (table.isNear(candidate, meetings[at + 2], meetings[at + 3], room)) {
            // Not in one expression: the array may be another one after the sensor is kept.
            int place = keep(candidate, arcStart + meeting - room);
            once[place] = true;
        }
    }

    /** Adds a sensor to those near the arc, in order, and returns its place. */
    private int keep(int candidate, double from) {
        if (count == near.length) {
            near = Arrays.copyOf(near, 2 * count);
            notBefore = Arrays.copyOf(notBefore, 2 * count);
            once = Arrays.copyOf(once, 2 * count);
        }
        int place = count++;
        while (place > 0 && notBefore[place - 1] > from) {
            near[place] = near[place - 1];
            notBefore[place] = notBefore[place - 1];
            once[place] = once[place - 1];
            place--;
        }
        near[place] = candidate;
        notBefore[place] = from;
        once[place] = false;
        return place;
    }

    private void drop(int place) {
        count--;
        for (int i = place; i < count; i++) {
            near[i] = near[i + 1];
            notBefore[i] = notBefore[i + 1];
            once[i] = once[i + 1];
        }
    }

    /**
     * Looks for the first crossing on the rest of the arc, which is then told by the methods below.
     *
     * @param length of the rest [mm], from the origin of the motion series
     * @param path from the vertex to that origin [mm]
     * @return whether there is one
     */
    boolean next(double length, double path) {
        int first = NONE;
        double limit = length;
        int i = 0;
        while (i < count && notBefore[i] - path <= limit) {
            if (once[i] && isBehind(near[i])) {
                drop(i);
                continue;
            }
            if (once[i] ? meetOnce(near[i], limit) : meet(near[i], path, limit)) {
                limit = s;
                first = i;
            }
            i++;
        }
        if (first == NONE) {
            return false;
        }
        note(path);
        if (once[first]) {
            drop(first);
        }
        return true;
    }

    /** Whether the plane of a sensor that is met once has been passed. */
    private boolean isBehind(int candidate) {
        double away = table.w(candidate, motion.x(0), motion.y(0), motion.z(0));
        double slope = table.along(candidate, motion.x(1), motion.y(1), motion.z(1));
        return away * slope > 0 && Math.abs(away) > ROUNDING;
    }

    /** The first meeting with the inside of a sensor, up to a limit. */
    private boolean meet(int candidate, double path, double limit) {
        double at = firstRoot(candidate, earliest(candidate, path), limit);
        while (at < Double.POSITIVE_INFINITY) {
            motion.locate(at, trial);
            if (isInside(candidate, at)) {
                return true;
            }
            at = firstRoot(candidate, at + SAME_SENSOR_GAP, limit);
        }
        return false;
    }

    /**
     * The only meeting with the plane of a sensor, if it is inside the sensor and before a limit. The path crosses the
     * plane steeply, so Newton's method on the path itself, from the root of the cubic, is there at once.
     */
    private boolean meetOnce(int candidate, double limit) {
        double at = cubicRoot(candidate);
        for (int i = 0; i < MAX_ITERATIONS && at < limit + SLACK; i++) {
            motion.locate(at, trial);
            double away = table.w(candidate, trial.x, trial.y, trial.z);
            double slope = table.along(candidate, trial.tx, trial.ty, trial.tz);
            double step = -away / slope;
            if (Math.abs(step) < NEAR) {
                motion.nudge(trial, at, step);
                double met = at + step;
                return met >= -ROUNDING && met <= limit && isInside(candidate, met);
            }
            at += step;
        }
        return false;
    }

    /** Takes down the meeting with a plane at the trial point if that is inside the sensor. */
    private boolean isInside(int candidate, double at) {
        double localU = table.u(candidate, trial.x, trial.y, trial.z);
        double localV = table.v(candidate, trial.x, trial.y, trial.z);
        if (!table.isNear(candidate, localU, localV, 0)) {
            return false;
        }
        sensor = candidate;
        s = at;
        u = localU;
        v = localV;
        point.set(trial);
        return true;
    }

    /** Where the first four powers of the series meet the plane, nearly; not a number if the parabola does not. */
    private double cubicRoot(int candidate) {
        double g0 = table.w(candidate, motion.x(0), motion.y(0), motion.z(0));
        double g1 = table.along(candidate, motion.x(1), motion.y(1), motion.z(1));
        double g2 = table.along(candidate, motion.x(2), motion.y(2), motion.z(2));
        double g3 = table.along(candidate, motion.x(3), motion.y(3), motion.z(3));
        double root = Math.sqrt(g1 * g1 - 4 * g0 * g2);
        double at = -2 * g0 / (g1 + Math.copySign(root, g1));
        return at - g3 * at * at * at / Math.copySign(root, g1);
    }

    private void note(double path) {
        s = Math.max(0, s);
        if (crossings == crossed.length) {
            crossed = Arrays.copyOf(crossed, 2 * crossings);
            crossedAt = Arrays.copyOf(crossedAt, 2 * crossings);
        }
        crossed[crossings] = sensor;
        crossedAt[crossings++] = path + s;
    }

    /** Index of the sensor that is crossed. */
    int sensor() {
        return sensor;
    }

    /** Where, by the path length from the origin of the motion series [mm]. */
    double s() {
        return s;
    }

    /** Local coordinate of the crossing [mm]. */
    double u() {
        return u;
    }

    /** Local coordinate of the crossing [mm]. */
    double v() {
        return v;
    }

    /** The point of the crossing and the direction there. */
    PathPoint point() {
        return point;
    }

    /** From where on a sensor may be met, relative to the present origin. */
    private double earliest(int candidate, double path) {
        for (int i = crossings - 1; i >= 0 && crossedAt[i] > path - SAME_SENSOR_GAP; i--) {
            if (crossed[i] == candidate) {
                return crossedAt[i] - path + SAME_SENSOR_GAP;
            }
        }
        return -ROUNDING;
    }

    /** The first path length in [from, to] at which the motion meets the plane; infinite if there is none. */
    private double firstRoot(int candidate, double from, double to) {
        double[] g = distance;
        int order = motion.distanceFrom(table, candidate, g);
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
        double slack = 0.2 * Math.abs(start) + SLACK;
        if (!(start > from - slack && start < to + slack)) {
            return Double.POSITIVE_INFINITY;
        }
        double at = start;
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double value = distance[order];
            double slope = 0;
            for (int n = order - 1; n >= 0; n--) {
                slope = slope * at + value;
                value = value * at + distance[n];
            }
            double change = value / slope;
            at -= change;
            if (Math.abs(change) < CONVERGED) {
                return at >= from && at <= to ? at : Double.POSITIVE_INFINITY;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
