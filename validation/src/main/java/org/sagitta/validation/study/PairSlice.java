package org.sagitta.validation.study;

import java.util.Objects;

/**
 * A part of a sample: pairs {@code from} (included) to {@code to} (excluded) of another.
 *
 * @param whole the sample
 * @param from number of the first pair
 * @param to number of the pair after the last
 */
public record PairSlice(PairStore whole, int from, int to) implements PairStore {
    /** Checks that there are such pairs. */
    public PairSlice {
        Objects.checkFromToIndex(from, to, whole.size());
    }

    /**
     * The pairs of all events from this one on.
     *
     * @param event number of an event
     */
    public static PairSlice fromEvent(PairStore whole, long event) {
        int low = 0;
        int high = whole.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (whole.block(middle, middle + 1).truth(0).event() < event) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new PairSlice(whole, low, whole.size());
    }

    @Override
    public int size() {
        return to - from;
    }

    @Override
    public PairSample block(int first, int last) {
        Objects.checkFromToIndex(first, last, size());
        return whole.block(from + first, from + last);
    }
}
