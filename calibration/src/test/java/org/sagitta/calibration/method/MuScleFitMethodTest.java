package org.sagitta.calibration.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.method.Experiments.Probe;
import org.sagitta.calibration.model.CurvatureCorrection;

class MuScleFitMethodTest {

    @Test
    void curvatureFunctionFindsWhatItCanSay() {
        CurvatureCorrection injected =
                (k, eta, phi, q) -> ScaleFunction.CURVATURE.correct(k, eta, phi, q, 5e-3, 5e-4, 3e-4, 4e-4, 0);
        MuScleFitMethod method = new MuScleFitMethod(ScaleFunction.CURVATURE);
        assertEquals("musclefit-c", method.name());
        Experiments found = Experiments.of(method, injected, 2_000, 51);
        found.assertRecovered(Probe.EVEN, 6);
        found.assertRecovered(Probe.EVEN, 45);
        found.assertRecovered(Probe.ODD, 45);
        found.assertRecovered(Probe.ODD_PHI, 45);
        found.assertRecovered(Probe.ODD_ETA, 45);
    }

    @Test
    void functionOfPtAndEtaFindsTheScaleAndIsBlindToCharge() {
        double odd = 1e-4;
        CurvatureCorrection injected = (k, eta, phi, q) ->
                ScaleFunction.TYPE_8.correct(k, eta, phi, q, 4e-3, 4e-5, -1e-3, 3e-3) + q.sign() * odd;
        MuScleFitMethod method = new MuScleFitMethod(ScaleFunction.TYPE_8);
        assertEquals("musclefit-8", method.name());
        Experiments found = Experiments.of(method, injected, 2_000, 61);
        found.assertRecovered(Probe.EVEN, 6);
        found.assertRecovered(Probe.EVEN, 45);
        found.assertRecovered(Probe.EVEN_ETA, 45);
        // all of it is left, but for the scale by which it is multiplied
        assertEquals(found.before(Probe.ODD, 45), found.mean(Probe.ODD, 45), 0.01 * 45 * odd);
    }

    @Test
    void functionsAreThoseOfTheMenu() {
        double k = 0.1;
        for (ScaleFunction function : ScaleFunction.values()) {
            double[] zero = new double[function.parameters()];
            assertEquals(k, function.correct(k, 1.5, 0.3, Charge.NEGATIVE, zero), 1e-16, function.name());
            double[] scale = zero.clone();
            scale[0] = 1e-3;
            double expected = function == ScaleFunction.CURVATURE ? k * 1.001 : k / 1.001;
            assertEquals(expected, function.correct(k, 1.5, 0.3, Charge.NEGATIVE, scale), 1e-15, function.name());
        }
        double sin = Math.sin(0.3);
        assertEquals(10.1, 1 / ScaleFunction.TYPE_1.correct(k, -1.5, 0.3, Charge.POSITIVE, 0, 1e-3), 1e-12);
        assertEquals(10.015, 1 / ScaleFunction.TYPE_2.correct(k, -1.5, 0.3, Charge.POSITIVE, 0, 1e-3), 1e-12);
        assertEquals(10 + 0.01 * sin, 1 / ScaleFunction.TYPE_3.correct(k, -1.5, 0.3, Charge.POSITIVE, 0, 1e-3), 1e-12);
        assertEquals(
                10 + 0.1 + 0.03 + 0.03 * sin,
                1 / ScaleFunction.TYPE_7.correct(k, -1.5, 0.3, Charge.POSITIVE, 0, 1e-3, 2e-3, 3e-3),
                1e-12);
        assertEquals(
                10 + 0.1 + 0.03 + 0.0675,
                1 / ScaleFunction.TYPE_8.correct(k, -1.5, 0.3, Charge.POSITIVE, 0, 1e-3, 2e-3, 3e-3),
                1e-12);
        assertEquals(
                k - (1e-3 - 1.5 * 2e-3 + 3e-3 * sin + 4e-3 * Math.cos(0.3)),
                ScaleFunction.CURVATURE.correct(k, -1.5, 0.3, Charge.NEGATIVE, 0, 1e-3, 2e-3, 3e-3, 4e-3),
                1e-15);
    }

    @Test
    void densityIsThatOfThePulls() {
        CalibrationPairs z = ToyResonance.input(Set.of(Channel.Z), 20_000, ToyResonance.NOTHING, 5)
                .pairs(Channel.Z);
        PairTable table = PairTable.of(z.reference(), z.target(), Channel.Z.relativeWidth(), EtaPhiBinning.STANDARD);
        PullDensity density = PullDensity.of(table);
        double integral = 0;
        for (int i = -800; i < 800; i++) {
            integral += 0.01 * Math.exp(density.log(0.01 * (i + 0.5)));
        }
        int[] inside = new int[1];
        table.visit(
                ToyResonance.NOTHING,
                (i, kPlus, kMinus, mass, pull, sigma) -> inside[0] += Math.abs(pull / sigma) < 8 ? 1 : 0);
        // smoothing moves a few pairs across the ends
        assertEquals(inside[0] / 20_000.0, integral, 0.003);
        assertTrue(density.log(0) > density.log(1) && density.log(1) > density.log(3));
        assertTrue(density.log(-3) > density.log(3), "radiation makes the lower tail the longer one");
        assertEquals(density.log(-8), density.log(-50));
        assertEquals(density.log(8), density.log(50));
    }
}
