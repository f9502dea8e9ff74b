package org.sagitta.kalman.batch.lanes;

import org.sagitta.kalman.batch.HitBlock;

/**
 * First estimates of ordinary tracks: chooses the hits for a {@link SeedKernel}. The polar angle comes from two pixel hits some way
 * apart, or, where there are none, from the first one and the middle of the outermost strip, which is off by up to half a strip but
 * near enough to begin with. Tracks that do not begin with a pixel hit are left to the scalar fit.
 */
final class LaneSeeder {
    private static final int W = Lanes.WIDTH;

    /** Transverse distance of two points below which they give no direction [mm]. */
    private static final double SHORTEST_LEVER = 5;

    private final SensorTable sensors;
    private final SeedKernel kernel;
    private final FieldKernel field;
    private final double[] seed = new double[SeedKernel.SIZE];
    private final double[] flight = new double[FlightSlots.SIZE];
    /** Whether the polar angle of a lane comes from two pixel hits. */
    private final boolean[] fromPoints = new boolean[W];

    LaneSeeder(SensorTable sensors, SeedKernel kernel, FieldKernel field) {
        this.sensors = sensors;
        this.kernel = kernel;
        this.field = field;
    }

    /** Stores the estimates of all lanes in the records of their first planes; false in the array where there is none. */
    void seed(HitBlock block, TrackGroup group, boolean[] seeded) {
        for (int lane = 0; lane < W; lane++) {
            int begin = block.begin(group.track[lane]);
            seeded[lane] = choose(block, begin, begin + group.hits[lane], lane);
            if (seeded[lane]) {
                int at = TrackGroup.at(1, 0, lane);
                group.planes[at + PlaneSlots.REFERENCE_U] = block.first(begin);
                group.planes[at + PlaneSlots.REFERENCE_V] = block.second(begin);
            }
        }
        kernel.find(seed, group.planes, flight);
        field.bend(flight);
        kernel.finish(seed, group.planes, flight);
        for (int lane = 0; lane < W; lane++) {
            double q = group.planes[TrackGroup.at(1, PlaneSlots.REFERENCE_Q, lane)];
            double shortest = seed[Lanes.START + SeedKernel.SHORTEST + lane];
            seeded[lane] &= shortest >= SHORTEST_LEVER * SHORTEST_LEVER && Double.isFinite(q);
        }
    }

    /** Whether the polar angle of the estimate of a lane is that between two points, good to a per cent or so. */
    boolean isFromPoints(int lane) {
        return fromPoints[lane];
    }

    /** Writes down what the estimate of a lane says of the way between its hits. */
    void describe(int lane, SeedHelix into) {
        int at = Lanes.START + lane;
        into.x = seed[at];
        into.y = seed[at + W];
        into.z = seed[at + 2 * W];
        into.cot = seed[at + SeedKernel.COT];
        into.curvature = seed[at + SeedKernel.CURVATURE];
    }

    /** Puts the hits of a seed into the array; false if there are none. */
    private boolean choose(HitBlock block, int begin, int end, int lane) {
        if (end - begin < 3 || !block.isPixel(begin)) {
            return false;
        }
        int outer = outermost(block, begin, end);
        if (outer < 0) {
            return false;
        }
        put(block, begin, SeedKernel.FIRST_POINT, lane);
        put(block, lastPixel(block, begin, end), SeedKernel.SECOND_POINT, lane);
        fromPoints[lane] = !isTooNear(lane);
        if (!fromPoints[lane]) {
            put(block, outer, SeedKernel.SECOND_POINT, lane);
        }
        putStrip(block, outer, SeedKernel.OUTER, lane);
        putStrip(block, between(block, begin, outer, lane), SeedKernel.MIDDLE, lane);
        return true;
    }

    /** Whether the second point is too near to the first one to give a direction. */
    private boolean isTooNear(int lane) {
        int at = Lanes.START + lane;
        double dx = seed[at + SeedKernel.SECOND_POINT] - seed[at];
        double dy = seed[at + SeedKernel.SECOND_POINT + W] - seed[at + W];
        return dx * dx + dy * dy < SHORTEST_LEVER * SHORTEST_LEVER;
    }

    /** The point of a hit; of a strip, in its middle. */
    private void put(HitBlock block, int hit, int slot, int lane) {
        int sensor = block.sensor(hit);
        double u = block.first(hit);
        double v = block.isPixel(hit) ? block.second(hit) : 0;
        for (int n = 0; n < 3; n++) {
            seed[Lanes.START + slot + n * W + lane] = sensors.coordinate(sensor, n, u, v);
        }
    }

    /** Point, direction and half length of a strip; of a pixel, a strip without length. */
    private void putStrip(HitBlock block, int hit, int slot, int lane) {
        put(block, hit, slot, lane);
        int sensor = block.sensor(hit);
        int at = Lanes.START + slot + lane;
        if (block.isPixel(hit)) {
            seed[at + SeedKernel.ALONG] = 0;
            seed[at + SeedKernel.ALONG + W] = 0;
            seed[at + SeedKernel.ALONG + 2 * W] = 1;
            seed[at + SeedKernel.HALF_LENGTH] = 0;
            return;
        }
        double perV = block.first(hit) * sensors.get(sensor, SensorTable.FAN);
        for (int n = 0; n < 3; n++) {
            seed[at + SeedKernel.ALONG + n * W] =
                    sensors.get(sensor, SensorTable.V + n) - perV * sensors.get(sensor, SensorTable.U + n);
        }
        seed[at + SeedKernel.HALF_LENGTH] = sensors.get(sensor, SensorTable.HALF_LENGTH);
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

    /** Whether a hit tells an azimuth. */
    private boolean isWanted(HitBlock block, int hit) {
        return !sensors.isStereo(block.sensor(hit)) && !block.isHole(hit);
    }

    private int outermost(HitBlock block, int begin, int end) {
        for (int hit = end - 1; hit > begin + 1; hit--) {
            if (isWanted(block, hit)) {
                return hit;
            }
        }
        return -1;
    }

    /**
     * The hit that tells an azimuth and is nearest to half way to the outer one, by the squares of the distances; the first one of the
     * track if there is none.
     */
    private int between(HitBlock block, int begin, int outer, int lane) {
        double half2 = 0.25 * distance2(block, outer, lane);
        // As the hits go outwards: from the middle one to those before and behind half way.
        int beyond = (begin + outer) >>> 1;
        while (beyond > begin + 1 && distance2(block, beyond, lane) >= half2) {
            beyond--;
        }
        while (beyond < outer && distance2(block, beyond, lane) < half2) {
            beyond++;
        }
        int before = beyond - 1;
        while (before > begin && !isWanted(block, before)) {
            before--;
        }
        while (beyond < outer && !isWanted(block, beyond)) {
            beyond++;
        }
        if (before == begin && beyond < outer) {
            return beyond;
        }
        boolean nearer = half2 - distance2(block, before, lane) <= distance2(block, beyond, lane) - half2;
        return beyond == outer || nearer ? before : beyond;
    }

    /** Square of the transverse distance of the middle of a strip from the first point [mm^2]. */
    private double distance2(HitBlock block, int hit, int lane) {
        int sensor = block.sensor(hit);
        double u = block.first(hit);
        double dx = sensors.coordinate(sensor, 0, u, 0) - seed[Lanes.START + lane];
        double dy = sensors.coordinate(sensor, 1, u, 0) - seed[Lanes.START + W + lane];
        return dx * dx + dy * dy;
    }
}
