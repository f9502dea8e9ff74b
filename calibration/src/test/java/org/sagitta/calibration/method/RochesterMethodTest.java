package org.sagitta.calibration.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.method.Experiments.Probe;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.EtaBinning;

class RochesterMethodTest {
    /** Fewer bins than standard, for samples of the size of a test. */
    private static final RochesterMethod METHOD = new RochesterMethod(
            new RochesterMethod.Options(new EtaPhiBinning(EtaBinning.uniform(6, -2.4, 2.4), 8), 25, 100, 1e-5, 30));

    private static final double E_GEV = 0.02;

    @Test
    void fieldAndMisalignmentAreFoundAndEnergyLossIsNot() {
        CurvatureCorrection injected = (k, eta, phi, q) -> k * (1 + (Math.abs(eta) > 1.6 ? 6e-3 : 2e-3) - E_GEV * k)
                + q.sign() * (3e-4 + 2e-4 * Math.signum(phi) + 2e-4 * Math.signum(eta));
        Experiments found = Experiments.of(METHOD, injected, 10_000, 11);
        found.assertRecovered(Probe.EVEN_ETA, 45);
        found.assertRecovered(Probe.ODD, 45);
        found.assertRecovered(Probe.ODD_PHI, 45);
        found.assertRecovered(Probe.ODD_ETA, 45);
        // M took the energy loss of a muon of the Z, e <k>; at 6 GeV e k is lost: what is left is e (k - <k>), where
        // <k> of a Z leg is known to 10 %
        assertEquals(
                E_GEV * (1 / 6.0 - 1 / 43.0),
                found.mean(Probe.EVEN, 6),
                0.1 * E_GEV / 43.0 + 5.41 * found.sigma(Probe.EVEN, 6));
    }

    @Test
    void saysThatItHasNotSettled() {
        MethodInput input = ToyResonance.input(Set.of(Channel.Z), 1000, ToyResonance.NOTHING, 12);
        EtaPhiBinning bins = new EtaPhiBinning(EtaBinning.uniform(6, -2.4, 2.4), 8);
        RochesterMethod impatient = new RochesterMethod(new RochesterMethod.Options(bins, 25, 100, 1e-5, 2));
        String unsettled = impatient.calibrate(input).unsettled().orElse("");
        assertTrue(unsettled.startsWith("after 2 passes a bin still moves by"), unsettled);
        RochesterMethod patient = new RochesterMethod(new RochesterMethod.Options(bins, 25, 100, 1e-3, 1000));
        assertEquals(Optional.empty(), patient.calibrate(input).unsettled());
    }

    @Test
    void needsTheZ() {
        assertEquals(Set.of(Channel.Z), METHOD.calibratesOn());
        MethodInput jpsiOnly = ToyResonance.input(Set.of(Channel.JPSI), 200, ToyResonance.NOTHING, 1);
        assertEquals(Set.of(Channel.JPSI), jpsiOnly.channels());
        assertThrows(IllegalArgumentException.class, () -> METHOD.calibrate(jpsiOnly));
        assertThrows(IllegalArgumentException.class, () -> MethodInput.of(Map.of()));
        assertThrows(
                IllegalArgumentException.class, () -> new RochesterMethod.Options(EtaPhiBinning.STANDARD, 5, 1, 1, 1));
    }

    @Test
    void emptyBinsStayAsTheyAre() {
        // ten pairs leave most of the bins empty
        MethodInput input = ToyResonance.input(Set.of(Channel.Z), 10, ToyResonance.NOTHING, 2);
        CurvatureCorrection found = METHOD.calibrate(input).correction();
        double k = 1 / 45.0;
        int unchanged = 0;
        EtaPhiBinning bins = EtaPhiBinning.STANDARD;
        for (int e = 0; e < 6; e++) {
            for (int p = 0; p < bins.phiBins(); p++) {
                double corrected = found.correct(k, -2.0 + 0.8 * e, -3 + p * Math.PI / 4, Charge.POSITIVE);
                unchanged += corrected == k ? 1 : 0;
            }
        }
        assertEquals(48, unchanged, 20);
    }
}
