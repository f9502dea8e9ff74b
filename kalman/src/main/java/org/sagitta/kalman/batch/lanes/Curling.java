package org.sagitta.kalman.batch.lanes;

/**
 * Whether the rules for curling tracks may matter for a lane: the scalar fit leaves out hits on planes along which the
 * track flies, and refuses tracks that turn by more than half a circle. Lanes have no such rules, so such tracks are left
 * to the scalar fit. The limits here are a little wider than those of the scalar fit, whose reference track may differ
 * from that of the lane.
 */
final class Curling {
    private static final int W = Lanes.WIDTH;

    /** Change of direction between the first and the last plane below which nothing is looked at: pT above about 7 GeV. */
    private static final double LEAST_TURN = 0.15;

    /** |cos| of the angle to the normal, relative to the change of direction; 0.2 in the scalar fit. */
    private static final double GRAZING = 0.25;

    /** Sum of the changes of the direction in the transverse plane [rad]; 3.5 in the scalar fit. */
    private static final double LARGEST_TURN = 3.3;

    private Curling() {}

    /** Looks at the last reference track of a lane. */
    static boolean isPossible(TrackGroup group, int lane) {
        int last = TrackGroup.at(group.hits[lane], PlaneSlots.REFERENCE_TX, lane);
        int first = TrackGroup.at(1, PlaneSlots.REFERENCE_TX, lane);
        if (squareOfChange(group.planes, first, last) < LEAST_TURN * LEAST_TURN) {
            return false;
        }
        double turn = 0;
        for (int k = 2; k <= group.hits[lane]; k++) {
            int at = TrackGroup.at(k, PlaneSlots.REFERENCE_TX, lane);
            if (grazes(group.planes, first, at, TrackGroup.at(k, PlaneSlots.WX, lane))) {
                return true;
            }
            turn += transverseTurn(group.planes, TrackGroup.at(k - 1, PlaneSlots.REFERENCE_TX, lane), at);
        }
        return !(turn < LARGEST_TURN);
    }

    private static boolean grazes(double[] p, int first, int at, int normal) {
        double cosine = p[at] * p[normal] + p[at + W] * p[normal + W] + p[at + 2 * W] * p[normal + 2 * W];
        return cosine * cosine < GRAZING * GRAZING * squareOfChange(p, first, at);
    }

    /** Square of the change of direction from one place in the records to another. */
    private static double squareOfChange(double[] p, int from, int to) {
        double x = p[to] - p[from];
        double y = p[to + W] - p[from + W];
        double z = p[to + 2 * W] - p[from + 2 * W];
        return x * x + y * y + z * z;
    }

    private static double transverseTurn(double[] p, int from, int to) {
        double x = p[to] - p[from];
        double y = p[to + W] - p[from + W];
        return Math.sqrt((x * x + y * y) / (p[from] * p[from] + p[from + W] * p[from + W]));
    }
}
