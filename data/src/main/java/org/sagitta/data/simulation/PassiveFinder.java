package org.sagitta.data.simulation;

import java.util.Arrays;
import org.sagitta.geometry.material.MaterialSlab;

/**
 * Finds where a short arc meets passive surfaces, in order, as {@link CrossingFinder} does for sensors. On each surface a
 * function of the path goes through zero,
 *
 * <pre>f(s) = (x(s)^2 + y(s)^2 - R^2) / (2 R)  for a cylinder,   f(s) = z(s) - Z  for a disk,</pre>
 *
 * <p>whose slope there is the cosine of the angle to the normal. As f is a parabola but for little, an arc meets a
 * surface at most once with a rising and once with a falling f, and these count as two meetings. First values come from
 * the lowest powers of the series and are refined by Newton's method on the path itself. Where an arc comes no further
 * through a surface than matter may lead it astray ({@link Stray}), the two meetings may be missed. Mutable; owned by one
 * thread.
 */
final class PassiveFinder {
    /** How far behind a starting point a meeting may seem to lie by rounding [mm]. */
    private static final double ROUNDING = 1e-6;

    /** So near to the surface the rest of the way is a short step along the path [mm], straight against the narrowest cylinder. */
    private static final double NEAR = 1e-3;

    private static final int MAX_ITERATIONS = 20;
    private static final int NONE = -1;

    /** Added to the reach of a path around its parabola [mm]. */
    private static final double SPARE = 0.1;

    /** |cos| of the angle to the normal below which no estimate is made of where a surface is met. */
    private static final double GRAZING = 0.1;

    /** A first value so far outside the range stays outside: the parabola is good to a few per cent of the arc [mm]. */
    private static final double SLACK = 5;

    /** A surface is not met again in the same sense within this distance [mm]. */
    private static final double SAME_MEETING = 1e-3;

    private final PassiveTable table;
    private final MotionSeries motion;

    /** The meetings that the arc may have, in the order in which they may come: twice the surface, plus one if f rises. */
    private int[] near = new int[16];
    /** For each the path from the vertex before which it does not come [mm]. */
    private double[] notBefore = new double[16];

    private int count;

    /** The latest meeting and the path from the vertex to it [mm]. */
    private int latest;

    private double latestAt;

    /** The powers of f along the present series, and the slope of the parabola at its roots, without sign. */
    private double f0;

    private double f1;
    private double f2;
    private double f3;
    private double slope;

    private double s;
    private int place;
    private final PathPoint point = new PathPoint();
    private final PathPoint trial = new PathPoint();

    PassiveFinder(PassiveTable table, MotionSeries motion) {
        this.table = table;
        this.motion = motion;
    }

    /** Forgets the muon before. */
    void restart() {
        count = 0;
        latest = NONE;
    }

    /**
     * Notes the meetings that the arc now in the motion series may have.
     *
     * @param length of the arc [mm]
     * @param path from the vertex to the start of the arc [mm]
     * @param sagitta how far the arc may be from its chord [mm]
     */
    void look(double length, double path, double sagitta) {
        count = 0;
        if (table.size() == 0) {
            return;
        }
        motion.locate(length, trial);
        double margin = sagitta + Stray.LIMIT;
        double x0 = motion.x(0);
        double y0 = motion.y(0);
        double r0 = Math.sqrt(x0 * x0 + y0 * y0);
        double r1 = Math.sqrt(trial.x * trial.x + trial.y * trial.y);
        double across = Math.sqrt((trial.x - x0) * (trial.x - x0) + (trial.y - y0) * (trial.y - y0));
        double reach = motion.beyondParabola(length) + Stray.LIMIT;
        // The chord comes no nearer to the axis than half of what both radii have more than its own length.
        lookAmong(
                0,
                table.cylinders(),
                0.5 * (r0 + r1 - across) - margin,
                Math.max(r0, r1) + margin,
                length,
                path,
                reach);
        double z0 = motion.z(0);
        lookAmong(
                table.cylinders(),
                table.size(),
                Math.min(z0, trial.z) - margin,
                Math.max(z0, trial.z) + margin,
                length,
                path,
                reach);
    }

    /** Considers those of some surfaces, which are in order, whose place is within a range. */
    private void lookAmong(int begin, int end, double from, double to, double length, double path, double reach) {
        for (int i = table.firstFrom(begin, end, from); i < end && table.place(i) <= to; i++) {
            expand(i);
            consider(2 * i, length, path, reach);
            consider(2 * i + 1, length, path, reach);
        }
    }

    /** Keeps a meeting if the arc, taken as a parabola, has it near to where there is something of the surface. */
    private void consider(int candidate, double length, double path, double reach) {
        double at = parabolaRoot(candidate);
        boolean steep = slope > GRAZING;
        double room = steep ? reach / slope + SPARE : length;
        // A root that is no number fails here.
        if (!(at >= -room && at <= length + room) || isLatest(candidate, path + at)) {
            return;
        }
        double px = motion.x(0) + at * (motion.x(1) + at * motion.x(2));
        double py = motion.y(0) + at * (motion.y(1) + at * motion.y(2));
        double pz = motion.z(0) + at * (motion.z(1) + at * motion.z(2));
        if (table.isNear(candidate / 2, px, py, pz, room + reach)) {
            keep(candidate, steep ? path + at - room : path);
        }
    }

    private boolean isLatest(int candidate, double at) {
        return candidate == latest && Math.abs(at - latestAt) < SAME_MEETING;
    }

    /** Adds a meeting to those that may come, in order. */
    private void keep(int candidate, double from) {
        if (count == near.length) {
            near = Arrays.copyOf(near, 2 * count);
            notBefore = Arrays.copyOf(notBefore, 2 * count);
        }
        int place = count++;
        while (place > 0 && notBefore[place - 1] > from) {
            near[place] = near[place - 1];
            notBefore[place] = notBefore[place - 1];
            place--;
        }
        near[place] = candidate;
        notBefore[place] = from;
    }

    private void drop(int place) {
        count--;
        for (int i = place; i < count; i++) {
            near[i] = near[i + 1];
            notBefore[i] = notBefore[i + 1];
        }
    }

    /**
     * Looks for the first meeting on the rest of the arc, which is then told by the methods below.
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
            double at = root(near[i], limit);
            // Behind, or no meeting any more.
            if (!(at >= -ROUNDING)) {
                drop(i);
                continue;
            }
            if (at <= limit && table.isNear(near[i] / 2, trial.x, trial.y, trial.z, 0)) {
                limit = at;
                first = i;
                point.set(trial);
            }
            i++;
        }
        if (first == NONE) {
            return false;
        }
        s = Math.max(0, limit);
        place = first;
        return true;
    }

    /**
     * The meeting that has been told takes place, and does not come again.
     *
     * @param path from the vertex to it [mm]
     */
    void pass(double path) {
        latest = near[place];
        latestAt = path;
        drop(place);
    }

    /** Where, by the path length from the origin of the motion series [mm]. */
    double s() {
        return s;
    }

    /** Number of the surface that is met. */
    int surface() {
        return near[place] / 2;
    }

    /** The point of the meeting and the direction there. */
    PathPoint point() {
        return point;
    }

    /** The matter there. */
    MaterialSlab slab() {
        return table.slab(surface(), point);
    }

    /** Writes down the powers of f for the present series; the slope is no number if the parabola does not meet. */
    private void expand(int candidate) {
        double place = table.place(candidate);
        if (candidate < table.cylinders()) {
            double x = motion.x(0);
            double y = motion.y(0);
            double tx = motion.x(1);
            double ty = motion.y(1);
            double scale = 1 / place;
            f0 = 0.5 * (x * x + y * y - place * place) * scale;
            f1 = (x * tx + y * ty) * scale;
            f2 = (0.5 * (tx * tx + ty * ty) + x * motion.x(2) + y * motion.y(2)) * scale;
            f3 = (x * motion.x(3) + y * motion.y(3) + tx * motion.x(2) + ty * motion.y(2)) * scale;
        } else {
            f0 = motion.z(0) - place;
            f1 = motion.z(1);
            f2 = motion.z(2);
            f3 = motion.z(3);
        }
        slope = Math.sqrt(f1 * f1 - 4 * f0 * f2);
    }

    /** Where the parabola meets the surface in the sense of a candidate; infinite or no number if it does not. */
    private double parabolaRoot(int candidate) {
        double signed = (candidate & 1) == 1 ? slope : -slope;
        // Two ways to write the same root, of which one does not cancel.
        return signed * f1 >= 0 ? -2 * f0 / (f1 + signed) : (signed - f1) / (2 * f2);
    }

    /**
     * The path length to a meeting, whose point is left in the trial point; something beyond the limit if it is there, and
     * no number if there is no meeting.
     */
    private double root(int candidate, double limit) {
        expand(candidate / 2);
        boolean rising = (candidate & 1) == 1;
        double at = parabolaRoot(candidate);
        at -= f3 * at * at * at / (rising ? slope : -slope);
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            if (!(Math.abs(at - 0.5 * limit) < 0.5 * limit + SLACK)) {
                return at;
            }
            motion.locate(at, trial);
            double steepness = slopeAt(candidate / 2);
            double step = -valueAt(candidate / 2) / steepness;
            if (Math.abs(step) < NEAR) {
                motion.nudge(trial, at, step);
                return steepness > 0 == rising ? at + step : Double.NaN;
            }
            at += step;
        }
        return Double.NaN;
    }

    private double valueAt(int candidate) {
        double place = table.place(candidate);
        return candidate < table.cylinders()
                ? 0.5 * (trial.x * trial.x + trial.y * trial.y - place * place) / place
                : trial.z - place;
    }

    private double slopeAt(int candidate) {
        return candidate < table.cylinders()
                ? (trial.x * trial.tx + trial.y * trial.ty) / table.place(candidate)
                : trial.tz;
    }
}
