package org.sagitta.calibration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CovarianceTest {
    private static final Covariance TWO = Covariance.of(new double[][] {{4, 1.2}, {1.2, 9}});

    @Test
    void chi2OfTwoCorrelatedParameters() {
        // (x^2/sx^2 - 2 rho x y / (sx sy) + y^2/sy^2) / (1 - rho^2), rho = 0.2
        double expected = (1 / 4.0 - 2 * 0.2 * 1 * 2 / (2 * 3.0) + 4 / 9.0) / (1 - 0.04);
        assertEquals(expected, TWO.chi2(new double[] {1, 2}), 1e-14);
    }

    @Test
    void variancesOfLinearFunctions() {
        assertEquals(4 + 4 * 9 - 4 * 1.2, TWO.variance(new double[] {1, -2}), 1e-14);
        SparseVector g = new SparseVector(2);
        g.append(1, -2);
        g.append(0, 1);
        assertEquals(4 + 4 * 9 - 4 * 1.2, TWO.variance(g), 1e-14);
        assertEquals(3, TWO.sigma(1));
    }

    @Test
    void eigenVariationsAddUpToTheCovarianceLargestFirst() {
        double[][] rows = {{1e-6, 2e-8, 0}, {2e-8, 4e-8, -1e-9}, {0, -1e-9, 1e-2}};
        Covariance covariance = Covariance.of(rows);
        double[][] variations = covariance.eigenVariations();
        double previous = Double.POSITIVE_INFINITY;
        for (double[] v : variations) {
            double length = 0;
            for (int j = 0; j < 3; j++) {
                length += v[j] * v[j] / covariance.at(j, j);
            }
            assertTrue(length <= previous);
            previous = length;
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (double[] v : variations) {
                    sum += v[i] * v[j];
                }
                assertEquals(rows[i][j], sum, 1e-14 * covariance.sigma(i) * covariance.sigma(j));
            }
        }
    }

    @Test
    void parametersWithoutUncertaintyDoNotVary() {
        double[][] variations = Covariance.ofSigmas(0, 2).eigenVariations();
        assertArrayEquals(new double[] {0, 2}, variations[0], 1e-15);
        assertArrayEquals(new double[] {0, 0}, variations[1], 1e-15);
        assertEquals(0, Covariance.zero(0).eigenVariations().length);
        assertThrows(
                IllegalArgumentException.class, () -> Covariance.ofSigmas(0, 2).chi2(new double[] {1, 1}));
    }

    @Test
    void independentCovariancesAdd() {
        assertEquals(Covariance.of(new double[][] {{5, 1.2}, {1.2, 13}}), TWO.plus(Covariance.ofSigmas(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> TWO.plus(Covariance.zero(3)));
    }

    @Test
    void matricesThatAreNoCovarianceAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Covariance.of(new double[][] {{1, 2}, {3, 1}}));
        assertThrows(IllegalArgumentException.class, () -> Covariance.of(new double[][] {{-1}}));
        assertThrows(IllegalArgumentException.class, () -> Covariance.of(new double[][] {{1, 0}}));
        assertThrows(IllegalArgumentException.class, () -> Covariance.of(new double[][] {{Double.NaN}}));
    }
}
