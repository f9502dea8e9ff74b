package org.sagitta.kalman.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymMatrix5Test {
    /** Relative to entries of order ten. */
    private static final double ROUNDING = 1e-12;

    private static SymMatrix5 randomCovariance(Random random) {
        return SymMatrix5.diagonal(1, 2, 3, 4, 5).transformedBy(Matrix5Test.randomMatrix(random));
    }

    @Test
    void transformationIsAcat() {
        Random random = new Random(1);
        SymMatrix5 c = randomCovariance(random);
        Matrix5 a = Matrix5Test.randomMatrix(random);
        Matrix5Test.assertClose(
                a.times(c.full()).times(a.transpose()), c.transformedBy(a).full(), 10 * ROUNDING);
    }

    @Test
    void measurementEqualsTheTextbookForm() {
        // C - K H C with the optimal gain is what Joseph's form reduces to.
        Random random = new Random(2);
        SymMatrix5 c = randomCovariance(random);
        LocalVector h = new LocalVector(0.8, -0.3, 0, 0, 0);
        double variance = 0.7;
        LocalVector ch = c.times(h);
        double s = h.dot(ch) + variance;
        SymMatrix5 updated = c.measured(LocalVector.ZERO.plus(1 / s, ch), h.u(), h.v(), variance);
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                assertEquals(c.at(i, j) - ch.get(i) * ch.get(j) / s, updated.at(i, j), 10 * ROUNDING);
            }
        }
    }

    @Test
    void measurementWithAnyGainIsTheCovarianceOfThatEstimator() {
        Random random = new Random(3);
        SymMatrix5 c = randomCovariance(random);
        LocalVector gain = Matrix5Test.randomVector(random);
        double hU = 1.2;
        double hV = 0.4;
        Matrix5 reduction = Matrix5.identity()
                .minus(Matrix5.ofColumns(
                        LocalVector.ZERO.plus(hU, gain),
                        LocalVector.ZERO.plus(hV, gain),
                        LocalVector.ZERO,
                        LocalVector.ZERO,
                        LocalVector.ZERO));
        SymMatrix5 expected = c.transformedBy(reduction);
        SymMatrix5 actual = c.measured(gain, hU, hV, 0.5);
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                assertEquals(expected.at(i, j) + 0.5 * gain.get(i) * gain.get(j), actual.at(i, j), 100 * ROUNDING);
            }
        }
    }

    @Test
    void inverseTimesMatrixIsTheIdentity() {
        SymMatrix5 c = randomCovariance(new Random(4));
        Matrix5Test.assertClose(Matrix5.identity(), c.inverse().full().times(c.full()), 1000 * ROUNDING);
    }

    @Test
    void inverseDoesNotCareAboutUnits() {
        // Variances from 1e8 mm^2 to 1e-10 /GeV^2, as at the outermost plane of a stiff track.
        SymMatrix5 c = SymMatrix5.diagonal(1e-4, 1e8, 1e-6, 1e2, 1e-10);
        assertEquals(1e10, c.inverse().at(Param.Q_OVER_P, Param.Q_OVER_P), 1e10 * ROUNDING);
        assertEquals(1e-8, c.inverse().at(Param.LOC_V, Param.LOC_V), 1e-8 * ROUNDING);
    }

    @Test
    void inverseOfAMatrixThatIsNotPositiveIsRefused() {
        SymMatrix5 c = SymMatrix5.ofLowerTriangle(1, 2, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        assertThrows(ArithmeticException.class, c::inverse);
        assertThrows(IllegalArgumentException.class, () -> SymMatrix5.ofLowerTriangle(1, 2, 3));
    }

    @Test
    void lowerTriangleRunsRowByRow() {
        SymMatrix5 c = SymMatrix5.ofLowerTriangle(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        assertEquals(7, c.at(Param.THETA, Param.LOC_V));
        assertEquals(7, c.at(Param.LOC_V, Param.THETA));
        assertEquals(Math.sqrt(14), c.sigma(Param.Q_OVER_P));
        assertEquals(28, c.plus(c).at(Param.Q_OVER_P, Param.Q_OVER_P));
    }

    @Test
    void aCovarianceIsPositiveDefinite() {
        Random random = new Random(9);
        for (int i = 0; i < 20; i++) {
            assertTrue(randomCovariance(random).isPositiveDefinite());
        }
    }

    @Test
    void aNegativeEigenvalueIsSeenWhereNoVarianceIsNegative() {
        // Two parameters of unit variance: eigenvalues 1 + c and 1 - c.
        assertTrue(correlated(0.999).isPositiveDefinite());
        assertFalse(correlated(1.001).isPositiveDefinite());
        assertFalse(SymMatrix5.diagonal(1, 1, 0, 1, 1).isPositiveDefinite());
        assertFalse(correlated(Double.NaN).isPositiveDefinite());
    }

    /** Unit variances, and a covariance of the second and the last parameter. */
    private static SymMatrix5 correlated(double c) {
        return SymMatrix5.ofLowerTriangle(1, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, c, 0, 0, 1);
    }
}
