package org.sagitta.geometry.detector;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Which of many intervals meet a given one, as bit sets: those that begin before its end and end behind its beginning. The
 * answer is rounded up to bins. Immutable.
 */
final class IntervalBits {
    private final double first;
    private final double perBin;
    private final int bins;
    private final int words;
    /** Per bin: the intervals that begin in it or before. */
    private final long[] begun;
    /** Per bin: the intervals that end in it or behind. */
    private final long[] toEnd;

    /**
     * @param low begin of each interval
     * @param high its end
     * @param bin width of the bins
     */
    IntervalBits(double[] low, double[] high, double bin) {
        this.first = Arrays.stream(low).min().orElse(0);
        this.perBin = 1 / bin;
        this.bins = 1 + (int) ((Arrays.stream(high).max().orElse(0) - first) * perBin);
        this.words = (low.length + Long.SIZE - 1) / Long.SIZE;
        this.begun = new long[bins * words];
        this.toEnd = new long[bins * words];
        for (int i = 0; i < low.length; i++) {
            for (int b = bin(low[i]); b < bins; b++) {
                begun[b * words + i / Long.SIZE] |= 1L << i;
            }
            for (int b = bin(high[i]); b >= 0; b--) {
                toEnd[b * words + i / Long.SIZE] |= 1L << i;
            }
        }
    }

    /** The intervals of things, each from its low to its high end. */
    static <T> IntervalBits of(List<T> things, ToDoubleFunction<T> low, ToDoubleFunction<T> high, double bin) {
        return new IntervalBits(
                things.stream().mapToDouble(low).toArray(),
                things.stream().mapToDouble(high).toArray(),
                bin);
    }

    /** The bin of a place; one outside counts as at the edge. */
    int bin(double x) {
        return Math.max(0, Math.min(bins - 1, (int) ((x - first) * perBin)));
    }

    /** Words of a bit set: bit i % 64 of word i / 64 is interval i. */
    int words() {
        return words;
    }

    /** A word of the intervals that meet the bins from {@code begin} to {@code end}, both included. */
    long meeting(int begin, int end, int word) {
        return begun[end * words + word] & toEnd[begin * words + word];
    }
}
