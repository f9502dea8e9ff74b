package org.sagitta.data.random;

/**
 * Bijective scrambling of 64-bit words: the finaliser "variant 13" of D. Stafford, as used by SplitMix64 (Steele, Lea,
 * Flood, OOPSLA 2014, doi 10.1145/2660193.2660195).
 */
final class Mixing {
    /** 2^64 divided by the golden ratio, odd: the Weyl increment of SplitMix64. */
    static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Mixing() {}

    static long mix(long word) {
        long z = word;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /**
     * Absorbs one word into a running hash. Not symmetric: the state is scrambled before the word is added, so that
     * (a, b) and (b, a) or (a + 1, b - 1) give unrelated results.
     */
    static long combine(long state, long word) {
        return mix(mix(state + GOLDEN_GAMMA) + word + GOLDEN_GAMMA);
    }
}
