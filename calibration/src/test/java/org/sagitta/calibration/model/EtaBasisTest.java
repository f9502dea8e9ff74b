package org.sagitta.calibration.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.units.Units;

class EtaBasisTest {
    /** Rounding of a few products of numbers near one. */
    private static final double ROUNDING = 1e-14;

    private static final EtaSpline SPLINE = EtaSpline.of(-2.4, -1.5, -0.2, 0.1, 1, 2.4);

    private static double spline(double[] coefficients, double eta) {
        SparseVector values = new SparseVector(4);
        SPLINE.append(1, eta, 0, 1, values);
        return values.dot(coefficients);
    }

    /**
     * De Boor, chapter IX: the sums of the B-splines with coefficients 1, the mean of the three inner knots, and the mean of
     * the products of two of them, are 1, x and x^2 (Marsden's identity); of all three, x^3.
     */
    @Test
    void splinesReproduceCubicPolynomials() {
        double[] u = {-2.4, -2.4, -2.4, -2.4, -1.5, -0.2, 0.1, 1, 2.4, 2.4, 2.4, 2.4};
        double[][] power = new double[4][SPLINE.size()];
        for (int i = 0; i < SPLINE.size(); i++) {
            double a = u[i + 1];
            double b = u[i + 2];
            double c = u[i + 3];
            power[0][i] = 1;
            power[1][i] = (a + b + c) / 3;
            power[2][i] = (a * b + b * c + a * c) / 3;
            power[3][i] = a * b * c;
            assertEquals(power[1][i], SPLINE.centre(i), ROUNDING);
        }
        for (double x = -2.4; x < 2.41; x += 0.05) {
            double inside = Math.min(x, 2.4);
            for (int d = 0; d < 4; d++) {
                assertEquals(Math.pow(inside, d), spline(power[d], inside), 20 * ROUNDING, x + "^" + d);
            }
        }
    }

    @Test
    void splinesAreTwiceDifferentiableAndConstantBeyondTheEnds() {
        double[] coefficients = {1, -2, 3, 0.5, -1, 2, 4, -3};
        double h = 1e-3;
        for (double knot : SPLINE.breaks()) {
            double left = second(coefficients, knot - h, h);
            double right = second(coefficients, knot + h, h);
            // the third derivative, which jumps, is below 200
            assertEquals(left, right, 2 * 200 * h, "knot " + knot);
        }
        assertEquals(spline(coefficients, 2.4), spline(coefficients, 3));
        assertEquals(-3, spline(coefficients, 7), ROUNDING);
        assertEquals(1, spline(coefficients, -5), ROUNDING);
    }

    private static double second(double[] c, double x, double h) {
        return (spline(c, x + h) - 2 * spline(c, x) + spline(c, x - h)) / (h * h);
    }

    @Test
    void polynomialsOfThePiecesAreTheFunctions() {
        List<EtaBasis> all =
                List.of(EtaPolynomial.of(FieldTerm.ETA_SQUARED, FieldTerm.CONSTANT), EtaBinning.of(-1, 0.5, 2), SPLINE);
        for (EtaBasis basis : all) {
            for (double eta = -2.9; eta < 3; eta += 0.07) {
                double x = basis.inside(eta);
                for (int i = 0; i < basis.size(); i++) {
                    double[] p = basis.polynomial(i, eta);
                    assertEquals(
                            basis.value(i, eta), p[0] + x * (p[1] + x * (p[2] + x * p[3])), 50 * ROUNDING, "" + basis);
                }
            }
        }
        assertArrayEquals(new double[] {0.5}, EtaBinning.of(-1, 0.5, 2).breaks());
        assertEquals(0, EtaBinning.NONE.breaks().length);
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> EtaSpline.of(1));
        assertThrows(IllegalArgumentException.class, () -> EtaSpline.of(1, 1));
        assertThrows(IllegalArgumentException.class, () -> EtaSpline.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new FieldShape(EtaPolynomial.NONE, 1));
        assertThrows(IllegalArgumentException.class, () -> new FieldShape(SPLINE, Harmonic.MAX_ORDER + 1));
        assertThrows(IllegalArgumentException.class, () -> Harmonic.cosine(0));
        assertThrows(IllegalArgumentException.class, () -> new Harmonic(Harmonic.Wave.CONSTANT, 1));
        assertThrows(IllegalArgumentException.class, () -> new LossRise(-0.1, 10));
        assertEquals(0.2, new LossRise(0.2, 10).perEFold());
        IllegalArgumentException tooSteep = assertThrows(IllegalArgumentException.class, () -> new LossRise(0.21, 10));
        assertEquals("rise of the energy loss per e-fold = 0.21; it must be 0 to 0.2", tooSteep.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new LossRise(0.1, 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new MisalignmentShape(EtaBinning.of(-1, 1), List.of(Harmonic.SINE, Harmonic.SINE)));
        assertNotEquals(EtaSpline.of(0, 1), EtaSpline.of(0, 2));
        assertTrue(SPLINE.toString().contains("-1.5"));
    }

    /** The documented rise and its range, from the formula of Bethe with the constants of Sternheimer et al. */
    @Test
    void riseOfTheLossIsThatOfSilicon() {
        assertEquals((bethe(45) - bethe(5)) / (bethe(10) * Math.log(9)), LossRise.SILICON.perEFold(), 5e-4);
        for (double p = 3.5; p < 60; p *= 1.1) {
            assertEquals(bethe(p) / bethe(10), LossRise.SILICON.factor(p), 0.0155, "p = " + p);
        }
        assertEquals(1, LossRise.NONE.factor(45));
    }

    /** PDG 2024, eq. 34.5, in arbitrary units; density effect of silicon with C = 4.4351, a = 0.14921, k = 3.2546. */
    private static double bethe(double p) {
        double excitation = 173e-9;
        double electron = 0.51099895e-3;
        double energy = Math.hypot(p, Units.MUON_MASS);
        double gamma = energy / Units.MUON_MASS;
        double betaGamma2 = Math.pow(p / Units.MUON_MASS, 2);
        double ratio = electron / Units.MUON_MASS;
        double transfer = 2 * electron * betaGamma2 / (1 + 2 * gamma * ratio + ratio * ratio);
        double x = 0.5 * Math.log10(betaGamma2);
        double density = 2 * Math.log(10) * x - 4.4351 + (x < 2.8715 ? 0.14921 * Math.pow(2.8715 - x, 3.2546) : 0);
        double beta2 = betaGamma2 / (gamma * gamma);
        return (Math.log(2 * electron * betaGamma2 * transfer / (excitation * excitation)) - 2 * beta2 - density)
                / beta2;
    }
}
