package org.sagitta.kalman.batch.lanes;

/**
 * Places of the quantities of a flight in its array, for the first lane: the track on its way, its derivatives with
 * respect to the parameters at the last plane, and what one part of a step leaves for the next. Lengths in mm,
 * momenta in GeV; "bend" is kappa B [GeV/mm].
 */
public final class FlightSlots {
    private static final int W = Lanes.WIDTH;
    private static final int START = Lanes.START;

    /** Position. */
    public static final int X = START;

    public static final int Y = START + W;
    public static final int Z = START + 2 * W;

    /** Direction, a unit vector. */
    public static final int TX = START + 3 * W;

    public static final int TY = START + 4 * W;
    public static final int TZ = START + 5 * W;

    /** Charge over momentum. */
    public static final int Q = START + 6 * W;

    /** Bend at the position. */
    public static final int BX = START + 7 * W;

    public static final int BY = START + 8 * W;
    public static final int BZ = START + 9 * W;

    /** Path to the target, and the number of steps, not rounded, that the step rule wants on it. */
    public static final int PATH = START + 10 * W;

    public static final int STEPS = START + 11 * W;

    /** Length of the step; rest of the path behind it, if that is short enough to be covered without asking for the field. */
    public static final int STEP = START + 12 * W;

    public static final int REST = START + 13 * W;

    /** Place at which the field is wanted, and the bend there. */
    public static final int PLACE_X = START + 14 * W;

    public static final int PLACE_Y = START + 15 * W;
    public static final int PLACE_Z = START + 16 * W;
    public static final int FIELD_X = START + 17 * W;
    public static final int FIELD_Y = START + 18 * W;
    public static final int FIELD_Z = START + 19 * W;

    /** Direction x bend at the start of a step, and in its middle by two estimates; the bend of the middle. */
    public static final int C1 = START + 20 * W;

    public static final int C2 = START + 23 * W;
    public static final int C3 = START + 26 * W;
    public static final int MIDDLE = START + 29 * W;

    /**
     * c1 + c2 + c3 and c1 + 2 c2 + 2 c3 + c4, sixths of which move and turn the track; the mean bend of the step, and the mean
     * with the weight of the path yet to come.
     */
    public static final int RISE = START + 32 * W;

    public static final int TURN = START + 35 * W;
    public static final int MEAN = START + 38 * W;
    public static final int EARLY = START + 41 * W;

    /** Derivatives of position and direction with respect to phi, theta and q/p at the start: six places each. */
    public static final int BY_PHI = START + 44 * W;

    public static final int BY_THETA = START + 50 * W;
    public static final int BY_Q = START + 56 * W;

    /** For the matter: p, 1/beta, beta^2, 1/recoil, 1/sin^2 of the polar angle, largest loss [GeV], 1/|cos| to the normal. */
    public static final int MOMENTUM = START + 62 * W;

    public static final int PER_BETA = START + 63 * W;
    public static final int BETA2 = START + 64 * W;
    public static final int PER_RECOIL = START + 65 * W;
    public static final int PER_SINE2 = START + 66 * W;
    public static final int MAXIMUM = START + 67 * W;
    public static final int THICKENING = START + 68 * W;

    /** Numbers, then their logarithms: of the loss, and x/X0 on the path. */
    public static final int LOGARITHM = START + 69 * W;

    public static final int LOGARITHM_OF_THICKNESS = START + 70 * W;

    /** Length of the array. */
    public static final int SIZE = START + 71 * W;

    private FlightSlots() {}
}
