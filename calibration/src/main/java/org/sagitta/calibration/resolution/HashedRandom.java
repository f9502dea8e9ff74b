package org.sagitta.calibration.resolution;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Random numbers without a state: a number belongs to the words that name it, whatever was asked before. It is the
 * {@code hashprng} of correctionlib with the distribution {@code stdflat}, so that the same words give the same number
 * in both: the words are hashed by XXH64, the hash seeds one generator PCG32 (M. O'Neill, HMC-CS-2014-0905, "oneseq"),
 * and two of its outputs make the number,
 *
 * <pre>   state = (hash + inc) mult + inc,   u = (r_0 + 2^32 r_1) / 2^64</pre>
 *
 * <p>Integers enter as they are, real numbers as the bits of the IEEE double.
 */
public final class HashedRandom {
    private static final long MULTIPLIER = 6364136223846793005L;
    private static final long INCREMENT = 1442695040888963407L;
    private static final double TWO_32 = 0x1p32;
    private static final double TWO_64 = 0x1p64;
    /** Next to 0 and to 1 the normal deviate stays finite: at most 8.2 standard deviations. */
    private static final double EDGE = 0x1p-53;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private HashedRandom() {}

    /** The word of a real number. */
    public static long word(double value) {
        return Double.doubleToRawLongBits(value);
    }

    /** Uniform from 0 to 1 (both included, as in correctionlib). */
    public static double uniform(long... words) {
        long first = (XxHash64.of(words) + INCREMENT) * MULTIPLIER + INCREMENT;
        long second = first * MULTIPLIER + INCREMENT;
        return (output(first) + TWO_32 * output(second)) / TWO_64;
    }

    /** Standard normal: the inverse of its cumulative distribution at {@link #uniform}. */
    public static double normal(long... words) {
        double u = Math.max(EDGE, Math.min(1 - EDGE, uniform(words)));
        return NORMAL.inverseCumulativeProbability(u);
    }

    /** 32 bits of a state, unsigned: xorshift, then a rotation by its five highest bits. */
    private static long output(long state) {
        int shifted = (int) (((state >>> 18) ^ state) >>> 27);
        return Integer.toUnsignedLong(Integer.rotateRight(shifted, (int) (state >>> 59)));
    }
}
