package org.sagitta.kalman.batch.lanes;

/**
 * How many tracks are worked on side by side. Every quantity of a group of tracks takes {@link #WIDTH} consecutive places
 * of an array, one per track ("lane"); quantity n of a record begins at n WIDTH.
 */
public final class Lanes {
    /** Tracks in a group: the widest vector of doubles there is. */
    public static final int WIDTH = 8;

    private Lanes() {}
}
