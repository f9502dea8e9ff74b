package org.sagitta.data.simulation.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sagitta.kalman.material.ParticleHypothesis;

/** The distribution of the angle, by integration over both deviates. */
class MoliereTailTest {
    /** High enough for the nucleus to limit nothing that is counted here; angles scale with 1/p. */
    private static final double MOMENTUM = 1;

    private static final MoliereTail TAIL = new MoliereTail(ParticleHypothesis.MUON);

    /**
     * Thickness, the fractions of projected angles beyond 3 and beyond 5 theta0, and the half-width in theta0 of the central
     * 68.27 %: Moliere's series f0 + f1/B + f2/B^2 as
     * the integral of Bethe (1953), eq. 9, done with another program. A Gaussian has 0.0027 and 6e-7.
     */
    private static final double[][] BEYOND = {
        {0.002, 0.01743, 0.00486, 0.9386}, {0.02, 0.01454, 0.00386, 0.9566}, {0.2, 0.01261, 0.00321, 0.9664}
    };

    /** Relative; the table is interpolated linearly between rows. */
    private static final double OF_FRACTION = 0.03;

    @Test
    void theTailsAreMolieres() {
        for (double[] row : BEYOND) {
            assertEquals(1, beyond(row[0], 3) / row[1], OF_FRACTION, "3 theta0, x/X0 = " + row[0]);
            assertEquals(1, beyond(row[0], 5) / row[2], OF_FRACTION, "5 theta0, x/X0 = " + row[0]);
        }
    }

    /** The central 98 % are as wide as those of a Gaussian of width theta0, and the peak is narrower. */
    @Test
    void theCoreIsHighlands() {
        for (double[] row : BEYOND) {
            double low = 1;
            double high = 4;
            for (int i = 0; i < 40; i++) {
                double middle = 0.5 * (low + high);
                if (beyond(row[0], middle) > 0.02) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double square = centralSquare(row[0], low);
            assertEquals(0.93459, Math.sqrt(square / 0.98), 0.003, "x/X0 = " + row[0]);
            assertEquals(1 - 0.6827, beyond(row[0], row[3]), 0.003, "x/X0 = " + row[0]);
        }
    }

    @Test
    void theAngleGrowsWithTheGaussianOne() {
        for (double thickness : new double[] {1e-5, 1e-3, 0.03, 1, 10}) {
            double before = 0;
            for (double radius = 0.01; radius < 8; radius += 0.01) {
                double angle = radius * TAIL.factor(thickness, 3, 1e-4, radius);
                assertTrue(angle >= before * (1 - 1e-12), "x/X0 = " + thickness + ", radius = " + radius);
                before = angle;
            }
        }
        assertEquals(1, TAIL.factor(0, 3, 0, 1), 0, "no matter");
    }

    /** hbar c / (1.2 fm 28.1^(1/3)) = 54 MeV. */
    @Test
    void oneNucleusTurnsByItsSizeAtMost() {
        double theta0 = 5e-4;
        double radius = 8;
        assertEquals(0.0541 / 3, theta0 * radius * TAIL.factor(0.02, 3, theta0, radius), 1e-4);
        assertEquals(1, TAIL.factor(0.02, 100, 1e-3, radius), 0, "never less than the Gaussian angle");
    }

    /** Fraction of projected angles beyond k theta0: the deviate along a direction is radius cos(phi). */
    private static double beyond(double thickness, double k) {
        double fraction = 0;
        double step = 1e-3;
        for (double radius = 0.5 * step; radius < 8.4; radius += step) {
            double angle = radius * TAIL.factor(thickness, MOMENTUM, 1e-9, radius);
            if (angle > k) {
                fraction += step * radius * Math.exp(-0.5 * radius * radius) * 2 / Math.PI * Math.acos(k / angle);
            }
        }
        return fraction;
    }

    /** Integral of the square of projected angles within k theta0. */
    private static double centralSquare(double thickness, double k) {
        double sum = 0;
        double step = 0.01;
        for (double at = 0; at < k; at += step) {
            double share = beyond(thickness, at) - beyond(thickness, Math.min(k, at + step));
            sum += share * Math.pow(at + 0.5 * step, 2);
        }
        return sum;
    }
}
