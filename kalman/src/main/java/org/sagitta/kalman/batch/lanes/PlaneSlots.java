package org.sagitta.kalman.batch.lanes;

/**
 * Places of the quantities of a plane in its record, for the first lane; the record of plane k begins at k SIZE. Vectors
 * of parameters take five places and covariances fifteen (lower triangle by rows), in the order of
 * {@link org.sagitta.kalman.state.Param}.
 */
public final class PlaneSlots {
    private static final int W = Lanes.WIDTH;

    /** The sensor: origin, axes u, v and normal w. */
    public static final int ORIGIN_X = 0;

    public static final int ORIGIN_Y = W;
    public static final int ORIGIN_Z = 2 * W;
    public static final int UX = 3 * W;
    public static final int UY = 4 * W;
    public static final int UZ = 5 * W;
    public static final int VX = 6 * W;
    public static final int VY = 7 * W;
    public static final int VZ = 8 * W;
    public static final int WX = 9 * W;
    public static final int WY = 10 * W;
    public static final int WZ = 11 * W;

    /** Its matter at normal incidence: x/X0 and xi [GeV]. */
    public static final int X_OVER_X0 = 12 * W;

    public static final int XI = 13 * W;

    /** 1 / convergenceV of its strips [1/mm]; zero for parallel strips and pixels. */
    public static final int FAN = 14 * W;

    /** The hit: first and second coordinate [mm], their variances, and 1 if there is a second one, else 0. */
    public static final int FIRST = 15 * W;

    public static final int FIRST_VARIANCE = 16 * W;
    public static final int SECOND = 17 * W;
    public static final int SECOND_VARIANCE = 18 * W;
    public static final int HAS_SECOND = 19 * W;

    /** The reference track as it arrives: local u and v, direction, q/p. */
    public static final int REFERENCE_U = 20 * W;

    public static final int REFERENCE_V = 21 * W;
    public static final int REFERENCE_TX = 22 * W;
    public static final int REFERENCE_TY = 23 * W;
    public static final int REFERENCE_TZ = 24 * W;
    public static final int REFERENCE_Q = 25 * W;

    /** Matter of the plane: slope of q/p, variances of phi, theta and q/p, expressed before the plane. */
    public static final int SLOPE = 26 * W;

    public static final int NOISE_PHI = 27 * W;
    public static final int NOISE_THETA = 28 * W;
    public static final int NOISE_Q = 29 * W;

    /** Transport from before the next plane to before this one: rows u, v, phi, theta of five, then d(q/p)/d(q/p). */
    public static final int INWARDS = 30 * W;

    public static final int INWARDS_Q = 50 * W;

    /** Filtered deviation and covariance; while a plane is worked on, the predicted ones. */
    public static final int X = 51 * W;

    public static final int C = 56 * W;

    /** Slopes of the first coordinate, both coordinates less those of the reference, and room for a gain. */
    public static final int FIRST_SLOPE_U = 71 * W;

    public static final int FIRST_SLOPE_V = 72 * W;
    public static final int FIRST_RESIDUAL = 73 * W;
    public static final int SECOND_RESIDUAL = 74 * W;
    public static final int GAIN = 75 * W;

    /** chi2 of the hits from the outermost plane to this one. */
    public static final int CHI2 = 80 * W;

    /** Jacobian to the next plane from behind this one, rows u, v, phi, theta of five. */
    public static final int OUTWARDS = 81 * W;

    /** S (lower triangle), S W (three rows of five) and S w of the smoother. */
    public static final int SHARE = 101 * W;

    public static final int SMOOTHER_GAIN = 107 * W;
    public static final int SMOOTHER_SHIFT = 122 * W;

    /** Smoothed deviation and covariance. */
    public static final int SMOOTHED_X = 125 * W;

    public static final int SMOOTHED_C = 130 * W;

    /** Length of a record. */
    public static final int SIZE = 145 * W;

    /** |q/p| below which matter is ignored [1/GeV], as in the scalar fit. */
    public static final double STRAIGHT = 1e-6;

    /** ln 2. */
    public static final double LN2 = 0.6931471805599453;

    private PlaneSlots() {}
}
