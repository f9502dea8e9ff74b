package org.sagitta.calibration.resolution;

/**
 * XXH64 with seed 0 of a sequence of 64-bit words, each taken as 8 bytes with the lowest first (Y. Collet, xxHash
 * specification, section "XXH64 algorithm description").
 */
final class XxHash64 {
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int LANES = 4;
    /** P1 + P2, modulo 2^64. */
    private static final long FIRST_LANE = 0x60EA27EEADC0B5D6L;
    /** -P1, modulo 2^64. */
    private static final long LAST_LANE = 0x61C8864E7A143579L;

    private XxHash64() {}

    static long of(long... words) {
        int at = 0;
        long hash = P5;
        if (words.length >= LANES) {
            long[] lanes = {FIRST_LANE, P2, 0, LAST_LANE};
            for (; at + LANES <= words.length; at += LANES) {
                for (int l = 0; l < LANES; l++) {
                    lanes[l] = round(lanes[l], words[at + l]);
                }
            }
            hash = merged(lanes);
        }
        hash += 8L * words.length;
        for (; at < words.length; at++) {
            hash = Long.rotateLeft(hash ^ round(0, words[at]), 27) * P1 + P4;
        }
        return avalanche(hash);
    }

    private static long round(long lane, long word) {
        return Long.rotateLeft(lane + word * P2, 31) * P1;
    }

    private static long merged(long[] lanes) {
        long hash = Long.rotateLeft(lanes[0], 1)
                + Long.rotateLeft(lanes[1], 7)
                + Long.rotateLeft(lanes[2], 12)
                + Long.rotateLeft(lanes[3], 18);
        for (long lane : lanes) {
            hash = (hash ^ round(0, lane)) * P1 + P4;
        }
        return hash;
    }

    private static long avalanche(long hash) {
        long h = hash;
        h = (h ^ (h >>> 33)) * P2;
        h = (h ^ (h >>> 29)) * P3;
        return h ^ (h >>> 32);
    }
}
