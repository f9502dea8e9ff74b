package org.sagitta.kalman.batch.lanes;

/**
 * Places of what the outer hits say about the kicks of the matter of a plane, for the first lane: about phi, theta and q/p one
 * after the other, each with five slopes, the variance and the mean, see {@link InformationKernel}. Record k begins at k SIZE.
 */
public final class KickSlots {
    private static final int W = Lanes.WIDTH;

    public static final int PHI = Lanes.START;
    public static final int THETA = Lanes.START + 7 * W;
    public static final int Q_OVER_P = Lanes.START + 14 * W;

    /** Places behind that of the first slope. */
    public static final int VARIANCE = 5 * W;

    public static final int MEAN = 6 * W;

    /** Length of a record. */
    public static final int SIZE = 21 * W;

    private KickSlots() {}
}
