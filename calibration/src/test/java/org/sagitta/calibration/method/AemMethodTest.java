package org.sagitta.calibration.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.method.Experiments.Probe;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;

class AemMethodTest {
    /** One bin of each kind but two of M, so that small samples do. */
    private static final FitOptions OPTIONS = FitOptions.standard(AemModel.builder()
            .field(FieldTerm.CONSTANT)
            .loss(EtaBinning.uniform(1, -2.4, 2.4))
            .misalignment(EtaBinning.uniform(2, -2.4, 2.4), List.of(Harmonic.CONSTANT, Harmonic.SINE))
            .build());

    private static final CurvatureCorrection INJECTED = (k, eta, phi, q) ->
            k * (1 + 6e-3 - 0.02 * k) + q.sign() * (4e-4 + 8e-4 * Math.sin(phi) + 6e-4 * Math.signum(eta));

    @Test
    void jpsiAloneFindsAllThree() {
        AemMethod method = AemMethod.onJpsi(OPTIONS);
        assertEquals("aem", method.name());
        assertEquals(Set.of(Channel.JPSI), method.calibratesOn());
        assertRecovered(Experiments.of(method, INJECTED, 4_000, 21));
    }

    @Test
    void jpsiAndZTogetherKnowTheOddPartBetter() {
        AemMethod method = AemMethod.onJpsiAndZ(OPTIONS);
        assertEquals("aem-z", method.name());
        assertEquals(Set.of(Channel.JPSI, Channel.Z), method.calibratesOn());
        assertRecovered(Experiments.of(method, INJECTED, 4_000, 22));
    }

    private static void assertRecovered(Experiments found) {
        found.assertRecovered(Probe.EVEN, 6);
        found.assertRecovered(Probe.EVEN, 45);
        found.assertRecovered(Probe.ODD, 45);
        found.assertRecovered(Probe.ODD_PHI, 45);
        found.assertRecovered(Probe.ODD_ETA, 45);
    }
}
