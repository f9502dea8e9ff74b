package org.sagitta.kalman.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Matrix5Test {
    /** Relative to the entries, all of order one here. */
    private static final double ROUNDING = 1e-13;

    static LocalVector randomVector(Random random) {
        return new LocalVector(
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian());
    }

    static Matrix5 randomMatrix(Random random) {
        return Matrix5.ofColumns(
                randomVector(random),
                randomVector(random),
                randomVector(random),
                randomVector(random),
                randomVector(random));
    }

    static void assertClose(Matrix5 expected, Matrix5 actual, double tolerance) {
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                assertEquals(expected.at(i, j), actual.at(i, j), tolerance, i + ", " + j);
            }
        }
    }

    @Test
    void columnsAreTheImagesOfTheUnitVectors() {
        Random random = new Random(1);
        LocalVector byTheta = randomVector(random);
        Matrix5 m = Matrix5.ofColumns(LocalVector.ZERO, LocalVector.ZERO, LocalVector.ZERO, byTheta, LocalVector.ZERO);
        assertEquals(byTheta, m.times(new LocalVector(0, 0, 0, 1, 0)));
        assertEquals(byTheta.phi(), m.at(Param.PHI, Param.THETA));
    }

    @Test
    void productActsLikeOneAfterTheOther() {
        Random random = new Random(2);
        Matrix5 a = randomMatrix(random);
        Matrix5 b = randomMatrix(random);
        LocalVector x = randomVector(random);
        LocalVector expected = a.times(b.times(x));
        LocalVector actual = a.times(b).times(x);
        for (Param p : Param.values()) {
            assertEquals(expected.get(p), actual.get(p), 10 * ROUNDING);
        }
        assertClose(a, a.transpose().transpose(), 0);
        assertEquals(a.at(Param.PHI, Param.LOC_V), a.transpose().at(Param.LOC_V, Param.PHI));
    }

    @Test
    void inverseOfTransportUndoesTheTransport() {
        Random random = new Random(3);
        for (int n = 0; n < 100; n++) {
            Matrix5 f = transportLike(random);
            assertClose(Matrix5.identity(), f.inverseOfTransport().times(f), 100 * ROUNDING);
            assertClose(Matrix5.identity(), f.times(f.inverseOfTransport()), 100 * ROUNDING);
        }
    }

    /** A matrix near the identity whose last row is (0, 0, 0, 0, 1.1). */
    private static Matrix5 transportLike(Random random) {
        LocalVector[] columns = new LocalVector[Param.SIZE];
        for (int j = 0; j < Param.SIZE; j++) {
            LocalVector r = randomVector(random);
            columns[j] = new LocalVector(
                    0.2 * r.u() + (j == 0 ? 1 : 0),
                    0.2 * r.v() + (j == 1 ? 1 : 0),
                    0.2 * r.phi() + (j == 2 ? 1 : 0),
                    0.2 * r.theta() + (j == 3 ? 1 : 0),
                    j == 4 ? 1.1 : 0);
        }
        return Matrix5.ofColumns(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    @Test
    void onlyTheColumnOfTheCurvatureIsMultiplied() {
        Matrix5 m = randomMatrix(new Random(4));
        Matrix5 multiplied = m.withQOverPColumnTimes(4);
        assertEquals(4 * m.at(Param.PHI, Param.Q_OVER_P), multiplied.at(Param.PHI, Param.Q_OVER_P));
        assertEquals(m.at(Param.Q_OVER_P, Param.PHI), multiplied.at(Param.Q_OVER_P, Param.PHI));
        assertEquals(1 - m.at(Param.PHI, Param.PHI), Matrix5.identity().minus(m).at(Param.PHI, Param.PHI));
    }
}
