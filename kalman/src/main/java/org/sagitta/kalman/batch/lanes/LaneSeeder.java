package org.sagitta.kalman.batch.lanes;

import org.sagitta.kalman.batch.HitBlock;

/**
 * First estimates of ordinary tracks, as {@link org.sagitta.kalman.fit.TrackFitter} finds them but without objects: two
 * pixel points give the polar angle, three points far apart the circle in the transverse plane. Tracks that do not begin
 * with two pixel hits some way apart are left to the scalar fit.
 */
final class LaneSeeder {
    private static final int W = Lanes.WIDTH;

    /** Transverse distance of two points below which they give no direction [mm]. */
    private static final double SHORTEST_LEVER = 5;

    private static final int PASSES = 2;

    private final SensorTable sensors;
    private final FieldKernel field;
    private final double[] place = new double[FlightSlots.SIZE];

    // The track at hand: its first point, the direction of its polar angle, its curvature in the transverse plane.
    private double startX;
    private double startY;
    private double startZ;
    private double cot;
    private double curvature;

    // The point found last.
    private double x;
    private double y;
    private double z;

    LaneSeeder(SensorTable sensors, FieldKernel field) {
        this.sensors = sensors;
        this.field = field;
    }

    /** Stores the estimates of all lanes in the records of their first planes; false in the array where there is none. */
    void seed(HitBlock block, TrackGroup group, boolean[] seeded) {
        for (int lane = 0; lane < W; lane++) {
            int begin = block.begin(group.track[lane]);
            seeded[lane] = seedLane(block, begin, begin + group.hits[lane], group, lane);
        }
        field.bend(place);
        for (int lane = 0; lane < W; lane++) {
            finish(group, lane);
        }
    }

    private boolean seedLane(HitBlock block, int begin, int end, TrackGroup group, int lane) {
        if (end - begin < 3 || !block.isPixel(begin)) {
            return false;
        }
        point(block, begin);
        startX = x;
        startY = y;
        startZ = z;
        int lastPixel = lastPixel(block, begin, end);
        point(block, lastPixel);
        double secondX = x;
        double secondY = y;
        double secondZ = z;
        int outer = outermost(block, begin, end);
        double lever = chord(secondX, secondY);
        if (lever < SHORTEST_LEVER || outer < 0) {
            return false;
        }
        curvature = 0;
        cot = (secondZ - startZ) / lever;
        point(block, outer);
        int between = between(block, begin, outer, 0.5 * chord(x, y));
        for (int pass = 0; pass < PASSES; pass++) {
            cot = (secondZ - startZ) / arc(lever);
            point(block, outer);
            double outerX = x;
            double outerY = y;
            point(block, between);
            if (!circle(x, y, outerX, outerY)) {
                return false;
            }
            x = outerX;
            y = outerY;
        }
        return store(block, begin, group, lane);
    }

    /** The point of a hit: of a strip, where a track with the present polar angle and curvature meets it. */
    private void point(HitBlock block, int hit) {
        int sensor = block.sensor(hit);
        double m = block.first(hit);
        if (block.isPixel(hit)) {
            at(sensor, m, block.second(hit), 0);
            return;
        }
        double fan = sensors.get(sensor, 14);
        double half = sensors.get(sensor, SensorTable.HALF_LENGTH);
        double alongX = sensors.get(sensor, 6) - m * fan * sensors.get(sensor, 3);
        double alongY = sensors.get(sensor, 7) - m * fan * sensors.get(sensor, 4);
        double alongZ = sensors.get(sensor, 8) - m * fan * sensors.get(sensor, 5);
        double v = 0;
        for (int step = 0; step < 2; step++) {
            at(sensor, m, v, fan);
            double chord = chord(x, y);
            double excess = z - startZ - cot * arc(chord);
            double slope = ((x - startX) * alongX + (y - startY) * alongY) / chord;
            v = Math.max(-half, Math.min(half, v - excess / (alongZ - cot * slope)));
        }
        at(sensor, m, v, fan);
    }

    /** The point of the strip of coordinate m at v. */
    private void at(int sensor, double m, double v, double fan) {
        double u = m * (1 - v * fan);
        x = sensors.get(sensor, 0) + u * sensors.get(sensor, 3) + v * sensors.get(sensor, 6);
        y = sensors.get(sensor, 1) + u * sensors.get(sensor, 4) + v * sensors.get(sensor, 7);
        z = sensors.get(sensor, 2) + u * sensors.get(sensor, 5) + v * sensors.get(sensor, 8);
    }

    private double chord(double toX, double toY) {
        double dx = toX - startX;
        double dy = toY - startY;
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Length of the arc over a chord, chord (asin s) / s with s = curvature chord / 2. */
    private double arc(double chord) {
        double s2 = 0.25 * curvature * curvature * chord * chord;
        return chord * (1 + s2 * (1.0 / 6 + s2 * (3.0 / 40 + s2 * (15.0 / 336 + s2 * (105.0 / 3456)))));
    }

    private static int lastPixel(HitBlock block, int begin, int end) {
        int last = begin;
        for (int hit = begin + 1; hit < end; hit++) {
            if (block.isPixel(hit)) {
                last = hit;
            }
        }
        return last;
    }

    private int outermost(HitBlock block, int begin, int end) {
        for (int hit = end - 1; hit > begin + 1; hit--) {
            if (!sensors.isStereo(block.sensor(hit))) {
                return hit;
            }
        }
        return -1;
    }

    /** The hit that is not a stereo one and is nearest to half way. */
    private int between(HitBlock block, int begin, int outer, double half) {
        int best = begin;
        double nearest = Double.POSITIVE_INFINITY;
        for (int hit = begin + 1; hit < outer; hit++) {
            if (!sensors.isStereo(block.sensor(hit))) {
                at(block.sensor(hit), block.first(hit), 0, 0);
                double dx = x - startX;
                double dy = y - startY;
                double off = Math.abs(dx * dx + dy * dy - half * half);
                if (off < nearest) {
                    nearest = off;
                    best = hit;
                }
            }
        }
        return best;
    }

    /** Curvature of the circle through the start, a middle and an outer point: 4 area / (product of the sides). */
    private boolean circle(double middleX, double middleY, double outerX, double outerY) {
        double ax = middleX - startX;
        double ay = middleY - startY;
        double bx = outerX - startX;
        double by = outerY - startY;
        double a2 = ax * ax + ay * ay;
        double b2 = bx * bx + by * by;
        double c2 = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
        double shortest = SHORTEST_LEVER * SHORTEST_LEVER;
        curvature = 2 * (ax * by - ay * bx) / Math.sqrt(a2 * b2 * c2);
        return a2 >= shortest && b2 >= shortest && c2 >= shortest;
    }

    /** The direction at the start: that of the chord to (x, y), turned back by half of the angle of the arc. */
    private boolean store(HitBlock block, int begin, TrackGroup group, int lane) {
        double dx = x - startX;
        double dy = y - startY;
        double length = Math.sqrt(dx * dx + dy * dy);
        double sine = 0.5 * curvature * length;
        double cosine = Math.sqrt(1 - sine * sine);
        double perp = 1 / Math.sqrt(1 + cot * cot);
        double tx = perp * (dx * cosine + dy * sine) / length;
        double ty = perp * (dy * cosine - dx * sine) / length;
        int at = TrackGroup.at(1, 0, lane);
        double[] p = group.planes;
        p[at + PlaneSlots.REFERENCE_U] = block.first(begin);
        p[at + PlaneSlots.REFERENCE_V] = block.second(begin);
        p[at + PlaneSlots.REFERENCE_TX] = tx;
        p[at + PlaneSlots.REFERENCE_TY] = ty;
        p[at + PlaneSlots.REFERENCE_TZ] = perp * cot;
        // Sign and size follow when the field half way is known.
        p[at + PlaneSlots.REFERENCE_Q] = -curvature * perp;
        place[FlightSlots.PLACE_X + lane] = startX + 0.5 * dx;
        place[FlightSlots.PLACE_Y + lane] = startY + 0.5 * dy;
        place[FlightSlots.PLACE_Z + lane] = startZ + 0.5 * cot * length;
        return Double.isFinite(cosine) && Double.isFinite(cot);
    }

    /** d(phi)/ds_T = -(q/pT) kappa (Bz - Br cot). */
    private void finish(TrackGroup group, int lane) {
        int at = TrackGroup.at(1, 0, lane);
        double px = place[FlightSlots.PLACE_X + lane];
        double py = place[FlightSlots.PLACE_Y + lane];
        double br = (place[FlightSlots.FIELD_X + lane] * px + place[FlightSlots.FIELD_Y + lane] * py)
                / Math.sqrt(px * px + py * py);
        double slope = group.planes[at + PlaneSlots.REFERENCE_TZ]
                / Math.sqrt(1 - Math.min(1, square(group.planes[at + PlaneSlots.REFERENCE_TZ])));
        group.planes[at + PlaneSlots.REFERENCE_Q] /= place[FlightSlots.FIELD_Z + lane] - br * slope;
    }

    private static double square(double a) {
        return a * a;
    }
}
