package org.sagitta.kalman.batch.lanes;

/**
 * Places of the quantities of a flight in its array, for the first lane: the track on its way, its derivatives with
 * respect to the parameters at the last plane, and what one part of a step leaves for the next. Lengths in mm,
 * momenta in GeV; "bend" is kappa B [GeV/mm].
 */
public final class FlightSlots {
    private static final int W = Lanes.WIDTH;

    /** Position. */
    public static final int X = 0;

    public static final int Y = W;
    public static final int Z = 2 * W;

    /** Direction, a unit vector. */
    public static final int TX = 3 * W;

    public static final int TY = 4 * W;
    public static final int TZ = 5 * W;

    /** Charge over momentum. */
    public static final int Q = 6 * W;

    /** Bend at the position. */
    public static final int BX = 7 * W;

    public static final int BY = 8 * W;
    public static final int BZ = 9 * W;

    /** Path of the step to come; of the last shift to the target. */
    public static final int PATH = 10 * W;

    /** Place at which the field is wanted, and the bend there. */
    public static final int PLACE_X = 11 * W;

    public static final int PLACE_Y = 12 * W;
    public static final int PLACE_Z = 13 * W;
    public static final int FIELD_X = 14 * W;
    public static final int FIELD_Y = 15 * W;
    public static final int FIELD_Z = 16 * W;

    /** Direction x bend of the stages of a step, and the bend of the middle ones. */
    public static final int C1X = 17 * W;

    public static final int C1Y = 18 * W;
    public static final int C1Z = 19 * W;
    public static final int C2X = 20 * W;
    public static final int C2Y = 21 * W;
    public static final int C2Z = 22 * W;
    public static final int C3X = 23 * W;
    public static final int C3Y = 24 * W;
    public static final int C3Z = 25 * W;
    public static final int C4X = 26 * W;
    public static final int C4Y = 27 * W;
    public static final int C4Z = 28 * W;
    public static final int B2X = 29 * W;
    public static final int B2Y = 30 * W;
    public static final int B2Z = 31 * W;

    /** Derivatives of position and direction with respect to the five parameters at the start: six places each. */
    public static final int BY_U = 32 * W;

    public static final int BY_V = 38 * W;
    public static final int BY_PHI = 44 * W;
    public static final int BY_THETA = 50 * W;
    public static final int BY_Q = 56 * W;

    /** At the target: 1/(w.T), 1/perp(T) and dT/ds. */
    public static final int PER_SLOPE = 62 * W;

    public static final int PER_PERP = 63 * W;
    public static final int KX = 64 * W;
    public static final int KY = 65 * W;
    public static final int KZ = 66 * W;

    /** Square of the curvature |dT/ds| where the path was aimed. */
    public static final int TURN = 67 * W;

    /** Change of the path to the target that goes with a derivative. */
    public static final int PATH_CHANGE = 68 * W;

    /** For the matter: p, 1/beta, beta^2, 1/recoil, 1/sin^2 of the polar angle, largest loss [GeV]. */
    public static final int MOMENTUM = 69 * W;

    public static final int PER_BETA = 70 * W;
    public static final int BETA2 = 71 * W;
    public static final int PER_RECOIL = 72 * W;
    public static final int PER_SINE2 = 73 * W;
    public static final int MAXIMUM = 74 * W;

    /** Numbers, then their logarithms: of the loss, and x/X0 on the path. */
    public static final int LOGARITHM = 75 * W;

    public static final int LOGARITHM_OF_THICKNESS = 76 * W;

    /** Argument and values of the four functions of a tabulated field. */
    public static final int FIELD_ARGUMENT = 77 * W;

    public static final int FIELD_TERMS = 78 * W;

    /** Length of the array. */
    public static final int SIZE = 82 * W;

    private FlightSlots() {}
}
