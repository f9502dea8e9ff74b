package org.sagitta.kalman.batch.lanes;

/** Places of the quantities of an arc in its array, for the first lane. Lengths in mm, fields in T. */
public final class ArcSlots {
    /** Points of an arc at which the field is taken: two inside, its end, and its start. */
    public static final int POINTS = 4;

    public static final int INNER_A = 0;
    public static final int INNER_B = 1;
    public static final int END = 2;
    public static final int START = 3;

    /** Highest power of a series. */
    public static final int ORDER = 11;

    /** How many powers the field has along an arc. */
    public static final int FIELD_POWERS = 4;

    private static final int W = Lanes.WIDTH;
    private static final int FIRST = Lanes.START;

    /** lambda = kappa q/p [1/(T mm)]. */
    public static final int BENDING = FIRST;

    public static final int ARC_LENGTH = FIRST + W;

    /** Two powers in a row that matter less than this at the end of the arc end the series. */
    public static final int NEGLIGIBLE = FIRST + 2 * W;

    /** Square of the largest distance between the series and the points; not a number if there is no field at one of them. */
    public static final int MISS2 = FIRST + 3 * W;

    /** Highest power of the series of a lane; where others go on, this one goes on with zeros. */
    public static final int HIGHEST = FIRST + 4 * W;

    /** Where the series leads at the three points behind the start: x, y and z of each. */
    public static final int REACHED = FIRST + 5 * W;

    /** The field, by rising powers of the path: x, y and z of each. */
    public static final int FIELD = REACHED + 9 * W;

    /** The position likewise: first the place at the start, then the direction. */
    public static final int SERIES = FIELD + 3 * FIELD_POWERS * W;

    /** From one power to the next, or from one point to the next. */
    public static final int NEXT = 3 * W;

    /** Length of the array. */
    public static final int SIZE = SERIES + (ORDER + 1) * NEXT;

    private ArcSlots() {}
}
