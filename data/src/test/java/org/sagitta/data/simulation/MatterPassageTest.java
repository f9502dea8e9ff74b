package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MatterPassageTest {
    /** Relative: a few roundings. */
    private static final double ROUNDING = 1e-15;

    @Test
    void tangentIsTheTangentOnBothSidesOfItsSeries() {
        for (double angle = 1e-9; angle < 1.5; angle *= 1.01) {
            double tangent = Math.tan(angle);
            assertEquals(tangent, MatterPassage.tangent(angle), ROUNDING * tangent);
            assertEquals(-tangent, MatterPassage.tangent(-angle), ROUNDING * tangent);
        }
        assertEquals(0, MatterPassage.tangent(0), 0);
    }
}
