package org.sagitta.kalman.batch.lanes;

import org.sagitta.kalman.batch.TrajectoryBlock;

/**
 * How many tracks are worked on side by side. Every quantity of a group of tracks takes {@link #WIDTH} consecutive places
 * of an array, one per track ("lane"); quantity n of a record begins at n WIDTH.
 */
public final class Lanes {
    /** Tracks in a group: the widest vector of doubles there is. */
    public static final int WIDTH = TrajectoryBlock.LANES;

    /**
     * Where the first lane of the first quantity stands in an array. The numbers of an array begin 16 bytes behind its
     * start; if the JVM places arrays at multiples of 32 bytes, as the launcher asks it to, two numbers more let no vector
     * straddle a boundary of 32 bytes, which makes storing and loading it twice as fast.
     */
    public static final int START = TrajectoryBlock.START;

    private Lanes() {}

    /** Place of entry (i, j) or (j, i) of a symmetric matrix that is stored as its lower triangle by rows. */
    public static int entry(int i, int j) {
        return (i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i) * WIDTH;
    }
}
