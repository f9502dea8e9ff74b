package org.sagitta.calibration.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;

class FieldRatioTest {
    private static final double[] NODES = {-2.4, -1, 0.5, 2.4};
    /** Rounding of an interpolation of numbers near 1. */
    private static final double EXACT = 1e-15;
    /** Of a muon of 10 GeV, for ratios that are the same at all momenta. */
    private static final double K = 0.1;

    @Test
    void tooSmallAFieldInTheFitGivesTooLargeACurvature() {
        // bends 1e-3 more than the fit believes: measured k is 1e-3 too large
        FieldRatio ratio = FieldRatio.tabulate(NODES, 4, (eta, phi) -> 1.001);
        assertEquals(0.1, ratio.correct(0.1 * 1.001, 0.3, 1, Charge.POSITIVE), 1e-16);
    }

    @Test
    void linearInEtaIsExactAndClampedOutside() {
        FieldRatio ratio = FieldRatio.tabulate(NODES, 3, (eta, phi) -> 1 + 0.01 * eta);
        for (double eta = -2.4; eta <= 2.4; eta += 0.1) {
            assertEquals(1 + 0.01 * eta, ratio.at(K, eta, 0.7 * eta), EXACT);
        }
        assertEquals(1 - 0.024, ratio.at(K, -5, 1), EXACT);
        assertEquals(1 + 0.024, ratio.at(K, 5, 1), EXACT);
    }

    @Test
    void periodicInPhiWithoutASeam() {
        FieldRatio ratio = FieldRatio.tabulate(NODES, 36, (eta, phi) -> 1 + 0.01 * Math.cos(phi - 0.3));
        for (double phi = -10; phi < 10; phi += 0.01) {
            assertEquals(ratio.at(K, 0, phi), ratio.at(K, 0, phi + 2 * Math.PI), 1e-14);
            // error of linear interpolation: 0.01 h^2 / 8 with h = 2 pi / 36
            assertEquals(1 + 0.01 * Math.cos(phi - 0.3), ratio.at(K, 0, phi), 4e-5);
        }
        assertEquals(ratio.at(K, 0, Math.PI - 1e-13), ratio.at(K, 0, -Math.PI + 1e-13), 1e-13);
        assertEquals(1 + 0.01 * Math.cos(Math.PI + 0.3), ratio.at(K, -1, -Math.PI), EXACT);
    }

    @Test
    void oneNodeIsAConstantInEta() {
        FieldRatio ratio = new FieldRatio(new double[] {0}, new double[][] {{1, 2}});
        assertEquals(1.5, ratio.at(K, 1.7, -Math.PI / 2), EXACT);
        assertNotEquals(ratio, FieldRatio.tabulate(NODES, 1, (eta, phi) -> 1));
    }

    @Test
    void betweenMomentaItIsLinearInTheLogarithmAndBeyondThemClamped() {
        double[][] low = {{1.001, 1.002}, {1.003, 1.004}};
        double[][] high = {{1.005, 1.001}, {1.000, 1.002}};
        double[] eta = {-1, 1};
        FieldRatio ratio = new FieldRatio(new double[] {4, 16, 64}, eta, new double[][][] {low, high, low});
        FieldRatio atLow = new FieldRatio(eta, low);
        FieldRatio atHigh = new FieldRatio(eta, high);
        double[] part = {0, 0, 0.5, 1, 0.5, 0, 0};
        double[] pt = {1, 4, 8, 16, 32, 64, 1000};
        for (int i = 0; i < pt.length; i++) {
            for (double phi = -3; phi < 3; phi += 0.37) {
                double expected = atLow.at(K, 0.3, phi) * (1 - part[i]) + atHigh.at(K, 0.3, phi) * part[i];
                assertEquals(expected, ratio.at(1 / pt[i], 0.3, phi), EXACT, "at " + pt[i] + " GeV");
                assertEquals(1 / pt[i] / expected, ratio.correct(1 / pt[i], 0.3, phi, Charge.NEGATIVE), EXACT);
            }
        }
        assertNotEquals(ratio, atLow);
    }

    @Test
    void badMomentaAreRefused() {
        double[] eta = {0};
        double[][] one = {{1}};
        double[][][] two = {one, one};
        for (double[] pt : new double[][] {{3}, {3, 3}, {3, 2}, {-1, 2}, {0, 1}, {1, Double.NaN}, {1, 2, 3}}) {
            assertThrows(IllegalArgumentException.class, () -> new FieldRatio(pt, eta, two));
        }
        double[][][] unlike = {one, {{1, 1}}};
        assertThrows(IllegalArgumentException.class, () -> new FieldRatio(new double[] {1, 2}, eta, unlike));
    }

    @Test
    void badTablesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new FieldRatio(new double[0], new double[0][]));
        assertThrows(
                IllegalArgumentException.class, () -> new FieldRatio(new double[] {1, 0}, new double[][] {{1}, {1}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new FieldRatio(new double[] {0, 1}, new double[][] {{1}, {1, 1}}));
        assertThrows(IllegalArgumentException.class, () -> new FieldRatio(new double[] {0}, new double[][] {{0}}));
        assertThrows(IllegalArgumentException.class, () -> new FieldRatio(new double[] {0, 1}, new double[][] {{1}}));
    }
}
