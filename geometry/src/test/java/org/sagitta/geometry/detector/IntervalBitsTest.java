package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalBitsTest {
    private static final double BIN = 5;

    /** More than one word. */
    private static final int INTERVALS = 150;

    private final Random random = new Random(1);
    private final double[] low = new double[INTERVALS];
    private final double[] high = new double[INTERVALS];

    private IntervalBits bits() {
        for (int i = 0; i < INTERVALS; i++) {
            low[i] = 400 * random.nextDouble() - 100;
            high[i] = low[i] + 50 * random.nextDouble();
        }
        return new IntervalBits(low, high, BIN);
    }

    private static boolean isIn(IntervalBits bits, int i, double from, double to) {
        long word = bits.meeting(bits.bin(from), bits.bin(to), i / Long.SIZE);
        return (word >> (i % Long.SIZE) & 1) != 0;
    }

    /** All that meet a range are there, and nobody who is more than a bin away from a range inside. */
    @Test
    void namesWhatMeetsARange() {
        IntervalBits bits = bits();
        assertEquals(3, bits.words());
        for (int n = 0; n < 200; n++) {
            double from = 300 * random.nextDouble() - 50;
            double to = from + 60 * random.nextDouble();
            for (int i = 0; i < INTERVALS; i++) {
                boolean named = isIn(bits, i, from, to);
                assertTrue(named || high[i] < from || low[i] > to, "lost");
                assertTrue(!named || (high[i] > from - BIN && low[i] < to + BIN), "far away");
            }
        }
    }

    @Test
    void placesOutsideCountAsAtTheEdge() {
        IntervalBits bits = bits();
        assertEquals(0, bits.bin(-1e9));
        assertEquals(bits.bin(1e9), bits.bin(1e12));
        for (int i = 0; i < INTERVALS; i++) {
            assertTrue(isIn(bits, i, -1e9, 1e9));
        }
    }

    @Test
    void thereMayBeNoInterval() {
        IntervalBits bits = new IntervalBits(new double[0], new double[0], BIN);
        assertEquals(0, bits.words());
        assertEquals(0, bits.bin(7));
    }
}
