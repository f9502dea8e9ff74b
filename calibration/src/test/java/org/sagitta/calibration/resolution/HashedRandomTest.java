package org.sagitta.calibration.resolution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HashedRandomTest {
    /** Last bits of a double near 1. */
    private static final double EXACT = 1e-15;

    /** Values of the reference implementation (xxhash 0.8, called through its Python binding) for packed int64. */
    @Test
    void hashAgreesWithTheReference() {
        assertEquals(0xef46db3751d8e999L, XxHash64.of());
        assertEquals(0x6c81929a1e6d53c9L, XxHash64.of(1, 5, HashedRandom.word(0.5)), "short: no lanes");
        assertEquals(0x73f859a04f669e6dL, XxHash64.of(1, 2, 3, 4), "one round of the lanes");
        assertEquals(0x7bfe3d85c5f2b56dL, XxHash64.of(362013, 177, 1, 20260917));
        assertEquals(0x7baf501f77d78047L, XxHash64.of(1, 2, 3, 4, 5, 6, 7, 8, 9), "two rounds and a tail");
    }

    /** What correctionlib's own evaluator gives for a hashprng of (event, lumi, phi) with stdflat. */
    @Test
    void uniformNumbersAreThoseOfCorrectionlib() {
        double phi = 0.5;
        assertEquals(0.09835136664931654, HashedRandom.uniform(1, 5, HashedRandom.word(phi)), EXACT);
        assertEquals(0.7040271532150484, HashedRandom.uniform(2, 5, HashedRandom.word(phi)), EXACT);
        assertEquals(0.03231943927918063, HashedRandom.uniform(3, 5, HashedRandom.word(phi)), EXACT);
    }

    @Test
    void normalNumbersHaveUnitWidthAndNoCorrelation() {
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        double neighbours = 0;
        for (int i = 0; i < n; i++) {
            double g = HashedRandom.normal(i, 7, 0, 1);
            sum += g;
            squares += g * g;
            neighbours += g * HashedRandom.normal(i, 7, 1, 1);
        }
        // four standard deviations each: one false alarm in 5000
        double root = Math.sqrt(n);
        assertEquals(0, sum / n, 4 / root);
        assertEquals(1, squares / n, 4 * Math.sqrt(2) / root);
        assertEquals(0, neighbours / n, 4 / root);
    }
}
