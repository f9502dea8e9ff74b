package org.sagitta.data.simulation.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class LandauDistributionTest {
    /** Absolute: both ways of integrating are much better where they meet. */
    private static final double NUMERICAL = 1e-10;

    /**
     * Most probable value -0.22278, full width at half maximum 4.018, median 1.35578: K. S. Koelbig and B. Schorr, Comput.
     * Phys. Commun. 31 (1984) 97, and PDG 2024, Passage of particles through matter, section 34.2.9.
     */
    @Test
    void hasThePublishedPeakWidthAndMedian() {
        double mode = -0.22278;
        double top = density(mode);
        assertTrue(top > density(mode - 0.01) && top > density(mode + 0.01));
        assertEquals(0.1806556, top, 1e-6, "density at the peak");
        assertEquals(0.5, LandauDistribution.below(1.3557804), 1e-7);
        double low = mode - 3;
        while (density(low) < 0.5 * top) {
            low += 1e-3;
        }
        double high = mode + 6;
        while (density(high) < 0.5 * top) {
            high -= 1e-3;
        }
        assertEquals(4.018, high - low, 2e-3);
    }

    @Test
    void bothIntegralsAgreeWhereTheyMeet() {
        for (double lambda : new double[] {LandauDistribution.SPLIT - 1e-9, LandauDistribution.SPLIT}) {
            assertEquals(0.19694218692, LandauDistribution.below(lambda), 1e-9);
            assertEquals(1, LandauDistribution.below(lambda) + LandauDistribution.above(lambda), NUMERICAL);
        }
    }

    /** Far up one collision does it all: 1 - P = 1/lambda (1 + (ln lambda - 1 + 0.5772)/lambda). */
    @Test
    void theTailIsThatOfOneCollision() {
        double lambda = 1e5;
        double expected = (1 + (Math.log(lambda) - LandauLoss.MINUS_MEAN) / lambda) / lambda;
        assertEquals(expected, LandauDistribution.above(lambda), 1e-7 * expected);
    }

    /** The table at r = 0 gives back the probability at which it was asked, over fourteen decades of the tail. */
    @Test
    void theTableInvertsTheDistribution() {
        StragglingTable table = StragglingTable.shared();
        for (double g = -4; g <= 7.9; g += 0.317) {
            double lambda = table.w(g) + table.shift(g, 0);
            double expected = 0.5 * Erf.erfc(g / Math.sqrt(2));
            double above = LandauDistribution.above(lambda);
            if (g > 0) {
                assertEquals(1, above / expected, 1e-3, "above, g = " + g);
            } else {
                assertEquals(1, (1 - above) / (1 - expected), 2e-3, "below, g = " + g);
            }
        }
    }

    /** Folding with a Gaussian leaves the mean as it was: that of lambda - w is -(1 - 0.5772) for every width. */
    @Test
    void foldingKeepsTheMean() {
        StragglingTable table = StragglingTable.shared();
        for (double r : new double[] {0, 0.3, 1.05, 2.5}) {
            double sum = 0;
            double step = 1e-3;
            for (double g = -8; g < 8; g += step) {
                sum += step * Math.exp(-0.5 * g * g) / Math.sqrt(2 * Math.PI) * table.shift(g, r);
            }
            assertEquals(-LandauLoss.MINUS_MEAN, sum, 2e-3, "r = " + r);
        }
    }

    private static double density(double lambda) {
        double h = 1e-3;
        double near = LandauDistribution.above(lambda - h) - LandauDistribution.above(lambda + h);
        double far = LandauDistribution.above(lambda - 2 * h) - LandauDistribution.above(lambda + 2 * h);
        return (8 * near - far) / (12 * h);
    }
}
