package org.sagitta.calibration.dimuon;

/**
 * Many pairs in a fixed order that need not all be in memory at once. Whoever works on them reads block after block. Shared
 * between threads.
 */
public interface DimuonSource {

    /** Number of pairs. */
    int size();

    /**
     * Pairs {@code from} (included) to {@code to} (excluded); pair {@code from} is number 0 of the block.
     *
     * @throws IndexOutOfBoundsException if there are no such pairs
     */
    DimuonSample block(int from, int to);
}
