package org.sagitta.kalman.batch.lanes;

import java.util.Arrays;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;

/**
 * The tracks that are worked on side by side, and the memory for it, which is used again and again. Record 0 of the planes
 * is the beam line, record k that of hit k - 1. A lane with fewer hits than the deepest one repeats its last plane; what
 * is computed there is not looked at.
 */
final class TrackGroup {
    private static final int W = Lanes.WIDTH;
    private static final int PLANES = 32;

    final double[] flight = new double[FlightSlots.SIZE];
    double[] planes = new double[length(PLANES)];

    /** What the outer hits say, see {@link InformationKernel}. */
    final double[] information = new double[InformationKernel.SIZE];

    /** What all hits say, see {@link EstimateKernel}. */
    final double[] estimate = new double[EstimateKernel.SIZE];

    /** Index of the track in its block, and its hits. */
    final int[] track = new int[W];

    final int[] hits = new int[W];
    final FitStatus[] status = new FitStatus[W];
    final int[] iterations = new int[W];

    /** Hits of the deepest lane. */
    int depth;

    TrackGroup() {
        Arrays.fill(status, FitStatus.FITTED);
    }

    /** Place of a quantity of a lane on the plane of hit {@code k - 1}. */
    static int at(int k, int slot, int lane) {
        return k * PlaneSlots.SIZE + slot + lane;
    }

    /**
     * Loads tracks of a block.
     *
     * @param order indices of tracks
     * @param from first of them in this group; fewer than {@link Lanes#WIDTH} may be left, the last one is then repeated
     */
    void load(HitBlock block, SensorTable sensors, int[] order, int from, int count) {
        depth = 1;
        for (int lane = 0; lane < W; lane++) {
            take(block, order[from + Math.min(lane, count - 1)], lane);
            depth = Math.max(depth, hits[lane]);
            status[lane] = FitStatus.FITTED;
            iterations[lane] = 0;
        }
        reserve(depth);
        for (int k = 1; k <= depth; k++) {
            for (int lane = 0; lane < W; lane++) {
                loadHit(block, sensors, k, lane);
            }
        }
    }

    /** Notes which track of a block is that of a lane. */
    void take(HitBlock block, int index, int lane) {
        track[lane] = index;
        hits[lane] = block.hits(index);
    }

    private void reserve(int hitsPerTrack) {
        if (length(hitsPerTrack) > planes.length) {
            planes = new double[length(hitsPerTrack)];
        }
    }

    private static int length(int hits) {
        return Lanes.START + (hits + 1) * PlaneSlots.SIZE;
    }

    private void loadHit(HitBlock block, SensorTable sensors, int k, int lane) {
        if (hits[lane] == 0) {
            // Nothing to load; what is computed from the numbers of earlier tracks is not looked at.
            return;
        }
        int hit = block.begin(track[lane]) + Math.min(k, hits[lane]) - 1;
        int sensor = block.sensor(hit);
        int at = at(k, 0, lane);
        sensors.copyPlane(sensor, planes, at);
        boolean second = k <= hits[lane] && block.isPixel(hit);
        if (block.isHole(hit)) {
            planes[at + PlaneSlots.FIRST_WEIGHT] = 0;
        }
        planes[at + PlaneSlots.FIRST_COORDINATE] = block.first(hit);
        planes[at + PlaneSlots.SECOND_COORDINATE] = second ? block.second(hit) : 0;
        planes[at + PlaneSlots.SECOND_WEIGHT] = second ? sensors.get(sensor, SensorTable.SECOND_WEIGHT) : 0;
    }
}
