package org.sagitta.calibration.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.method.Experiments.Probe;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.EtaBinning;

class PseudomassMethodTest {
    /** Fewer bins than standard, for samples of the size of a test. */
    private static final PseudomassMethod METHOD = new PseudomassMethod(
            new PseudomassMethod.Options(new EtaPhiBinning(EtaBinning.uniform(6, -2.4, 2.4), 8), 25, 0.05));

    @Test
    void offsetsOfQOverPAreFoundTheCommonOneTooAndEnergyLossIsNot() {
        double e = 0.03;
        CurvatureCorrection injected = (k, eta, phi, q) -> k * (1 + (Math.abs(eta) > 1.6 ? 6e-3 : 2e-3) - e * k)
                + q.sign() * Math.cosh(eta) * (1.2e-4 + 8e-5 * Math.signum(phi));
        Experiments found = Experiments.of(METHOD, injected, 10_000, 41);
        found.assertRecovered(Probe.ODD, 45);
        found.assertRecovered(Probe.ODD_PHI, 45);
        found.assertNone(Probe.ODD_ETA, 45);
        found.assertRecovered(Probe.EVEN_ETA, 45);
        // alpha took e <k> of a muon of the J/psi, which is missing at the Z: between 6 and 45 GeV the scale moves by
        // e (1/6 - 1/45), which no error of alpha can change
        double step = found.mean(Probe.EVEN, 6) - found.mean(Probe.EVEN, 45);
        assertEquals(e * (1 / 6.0 - 1 / 45.0), step, 0.02 * e / 6);
        // the mean of k over the legs of these J/psi, cut at 3.5 GeV, is 0.2 /GeV to 10 %
        assertEquals(-e * (0.2 - 1 / 45.0), found.mean(Probe.EVEN, 45), 0.1 * e * 0.2);
    }

    @Test
    void phiStarOfBackToBackMuonsIsZero() {
        DimuonSample sample = DimuonSample.builder(2)
                .add(pair(0.3, 0.3 + Math.PI))
                .add(pair(3.0, -0.1 + 2 * Math.PI))
                .build();
        assertEquals(0, PseudomassMethod.phiStar(sample, 0), 1e-12);
        // dphi is 3.1 but for a turn; theta* from eta 0.5 and -0.7
        double acoplanarity = Math.abs(3.1 - Math.PI);
        assertEquals(
                Math.tan(acoplanarity / 2) * Math.sin(Math.acos(Math.tanh(-0.6))),
                PseudomassMethod.phiStar(sample, 1),
                1e-12);
    }

    private static Dimuon pair(double phiPlus, double phiMinus) {
        return new Dimuon(
                Muon.ofPt(40, 0.5, phiPlus, Charge.POSITIVE), Muon.ofPt(45, -0.7, phiMinus, Charge.NEGATIVE), 1);
    }

    @Test
    void saysWhatItNeeds() {
        assertEquals("pseudomass", METHOD.name());
        assertEquals(Set.of(Channel.JPSI, Channel.Z), METHOD.calibratesOn());
        assertThrows(IllegalArgumentException.class, () -> new PseudomassMethod.Options(EtaPhiBinning.STANDARD, 25, 0));
    }
}
