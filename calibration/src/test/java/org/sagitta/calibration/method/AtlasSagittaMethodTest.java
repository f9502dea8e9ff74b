package org.sagitta.calibration.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.method.Experiments.Probe;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.EtaBinning;

class AtlasSagittaMethodTest {
    /** Fewer bins than standard, for samples of the size of a test. */
    private static final AtlasSagittaMethod METHOD = new AtlasSagittaMethod(
            new AtlasSagittaMethod.Options(new EtaPhiBinning(EtaBinning.uniform(6, -2.4, 2.4), 8), 1e-5, 30));

    @Test
    void fieldEnergyLossAndLocalSagittasAreFoundAndTheCommonOneIsNot() {
        CurvatureCorrection injected = (k, eta, phi, q) -> k * (1 + (Math.abs(eta) > 1.6 ? 6e-3 : 2e-3) - 0.03 * k)
                + q.sign() * (3e-4 + 2e-4 * Math.signum(phi) + 1e-4 * Math.signum(eta));
        Experiments found = Experiments.of(METHOD, injected, 8_000, 31);
        found.assertRecovered(Probe.EVEN, 6);
        found.assertRecovered(Probe.EVEN, 45);
        found.assertRecovered(Probe.EVEN_ETA, 45);
        found.assertRecovered(Probe.ODD_PHI, 45);
        found.assertRecovered(Probe.ODD_ETA, 45);
        // all of it is left; that of the energy loss is below 1 % of it
        assertEquals(found.before(Probe.ODD, 45), found.mean(Probe.ODD, 45), 0.02 * 45 * 3e-4);
    }

    @Test
    void saysThatItHasNotSettled() {
        MethodInput input = ToyResonance.input(METHOD.calibratesOn(), 1000, ToyResonance.NOTHING, 32);
        EtaPhiBinning bins = new EtaPhiBinning(EtaBinning.uniform(6, -2.4, 2.4), 8);
        AtlasSagittaMethod impatient = new AtlasSagittaMethod(new AtlasSagittaMethod.Options(bins, 1e-5, 2));
        String unsettled = impatient.calibrate(input).unsettled().orElse("");
        assertTrue(unsettled.startsWith("after 2 passes a bin still moves by"), unsettled);
        AtlasSagittaMethod patient = new AtlasSagittaMethod(new AtlasSagittaMethod.Options(bins, 1e-5, 1000));
        assertEquals(Optional.empty(), patient.calibrate(input).unsettled());
    }

    @Test
    void saysWhatItNeeds() {
        assertEquals("atlas", METHOD.name());
        assertEquals(Set.of(Channel.JPSI, Channel.Z), METHOD.calibratesOn());
        assertThrows(
                IllegalArgumentException.class, () -> new AtlasSagittaMethod.Options(EtaPhiBinning.STANDARD, 0, 1));
    }
}
