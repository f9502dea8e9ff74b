package org.sagitta.kalman.material;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    /** Numerical: two roundings of a result of up to 700, and of the table below 1. */
    private static final double UNITS_IN_THE_LAST_PLACE = 2;

    private static final double NEAR_ZERO = 3e-16;

    private static void compare(double x) {
        double expected = StrictMath.log(x);
        double tolerance = Math.max(NEAR_ZERO, UNITS_IN_THE_LAST_PLACE * Math.ulp(expected));
        assertEquals(expected, Logarithm.of(x), tolerance, () -> "ln " + x);
    }

    @Test
    void itIsThatOfTheLibraryOverAllMagnitudes() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            compare(Math.scalb(1 + random.nextDouble(), random.nextInt(2046) - 1022));
        }
    }

    /** There it vanishes, and its relative error counts. */
    @Test
    void itIsExactAroundOne() {
        assertEquals(0, Logarithm.of(1));
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            double x = 1 + 1e-3 * (2 * random.nextDouble() - 1);
            assertEquals(1, Logarithm.of(x) / StrictMath.log(x), 1e-15, () -> "ln " + x);
        }
    }

    /** At the borders of places and octaves the table changes. */
    @Test
    void itHasNoStepsAtTheBordersOfItsTable() {
        for (double border = 0.5; border < 4; border += 1.0 / 512) {
            compare(border);
            compare(Math.nextUp(border));
            compare(Math.nextDown(border));
            assertTrue(Logarithm.of(Math.nextUp(border)) >= Logarithm.of(border) - NEAR_ZERO);
        }
    }

    @Test
    void outsideItIsThatOfTheLibrary() {
        assertEquals(Double.NEGATIVE_INFINITY, Logarithm.of(0));
        assertEquals(Double.POSITIVE_INFINITY, Logarithm.of(Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, Logarithm.of(-1));
        assertEquals(Double.NaN, Logarithm.of(Double.NaN));
        assertEquals(StrictMath.log(Double.MIN_VALUE), Logarithm.of(Double.MIN_VALUE), 1e-12);
    }
}
