package org.sagitta.kalman.batch.lanes;

/**
 * Places of the quantities of a plane in its record, for the first lane; the record of plane k begins at k SIZE. The order
 * of parameters is that of {@link org.sagitta.kalman.state.Param}.
 */
public final class PlaneSlots {
    private static final int W = Lanes.WIDTH;
    private static final int START = Lanes.START;

    /** The sensor: origin, axes u, v and normal w. */
    public static final int ORIGIN_X = START;

    public static final int ORIGIN_Y = START + W;
    public static final int ORIGIN_Z = START + 2 * W;
    public static final int UX = START + 3 * W;
    public static final int UY = START + 4 * W;
    public static final int UZ = START + 5 * W;
    public static final int VX = START + 6 * W;
    public static final int VY = START + 7 * W;
    public static final int VZ = START + 8 * W;
    public static final int WX = START + 9 * W;
    public static final int WY = START + 10 * W;
    public static final int WZ = START + 11 * W;

    /** Its matter at normal incidence: x/X0 and xi [GeV]. */
    public static final int X_OVER_X0 = START + 12 * W;

    public static final int XI = START + 13 * W;

    /** 1 / convergenceV of its strips [1/mm]; zero for parallel strips and pixels. */
    public static final int FAN = START + 14 * W;

    /** Inverse variance of the first coordinate [1/mm^2]. */
    public static final int FIRST_WEIGHT = START + 15 * W;

    /** The hit: first and second coordinate [mm], and the inverse variance of the second, zero where there is none. */
    public static final int FIRST_COORDINATE = START + 16 * W;

    public static final int SECOND_COORDINATE = START + 17 * W;
    public static final int SECOND_WEIGHT = START + 18 * W;

    /** The reference track as it arrives: local u and v, direction, q/p. */
    public static final int REFERENCE_U = START + 19 * W;

    public static final int REFERENCE_V = START + 20 * W;
    public static final int REFERENCE_TX = START + 21 * W;
    public static final int REFERENCE_TY = START + 22 * W;
    public static final int REFERENCE_TZ = START + 23 * W;
    public static final int REFERENCE_Q = START + 24 * W;

    /** Matter of the plane: d(q/p behind)/d(q/p before); variances of phi, theta and q/p, expressed before the plane. */
    public static final int SLOPE = START + 25 * W;

    public static final int NOISE = START + 26 * W;
    public static final int NOISE_PHI = START + 26 * W;
    public static final int NOISE_THETA = START + 27 * W;
    public static final int NOISE_Q = START + 28 * W;

    /**
     * Jacobian from before the matter of this plane, with its slope, to the next plane outwards: rows u, v, phi, theta of
     * five; the row of q/p is (0, 0, 0, 0, SLOPE).
     */
    public static final int TRANSPORT = START + 29 * W;

    /**
     * What the outer hits say about each of the three kicks of the matter, see {@link InformationKernel}: five slopes, the
     * variance and the mean.
     */
    public static final int KICK = START + 49 * W;

    public static final int KICK_VARIANCE = 5 * W;
    public static final int KICK_MEAN = 6 * W;
    public static final int KICK_SIZE = 7 * W;

    /** Length of a record. */
    public static final int SIZE = 70 * W;

    /** |q/p| below which matter is ignored [1/GeV], as in the scalar fit. */
    public static final double STRAIGHT = 1e-6;

    /** ln 2. */
    public static final double LN2 = 0.6931471805599453;

    private PlaneSlots() {}
}
