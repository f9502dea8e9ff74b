package org.sagitta.calibration.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.robust.RobustLocation;
import org.sagitta.calibration.robust.TukeyBiweight;
import org.sagitta.calibration.target.TabulatedTarget.Options;

class TabulatedTargetTest {
    private static final AemCorrection NONE = AemCorrection.identity(AemModel.fieldScale());

    private static Dimuon atRapidity(double eta, double pt, double relativeSigma) {
        Muon plus = Muon.ofPt(pt, eta, 0, Charge.POSITIVE);
        Muon minus = Muon.ofPt(pt, eta, 1, Charge.NEGATIVE);
        double mass = new Dimuon(plus, minus, 1).mass();
        return new Dimuon(plus, minus, relativeSigma * mass);
    }

    @Test
    void eachBinHasItsOwnMass() {
        DimuonSample.Builder builder = DimuonSample.builder(400);
        for (int i = 0; i < 100; i++) {
            builder.add(atRapidity(0.5, 4.0, 0.01));
            builder.add(atRapidity(-0.5, 4.01, 0.02));
            builder.add(atRapidity(1.5, 4.02, 0.01));
            builder.add(atRapidity(-1.5, 4.03, 0.02));
        }
        Options options = new Options(List.of(0.0, 1.0, 2.0), 2, 50, TukeyBiweight.STANDARD, 0);
        TabulatedTarget target = TabulatedTarget.of(builder.build(), options);
        assertEquals(4, target.bins());
        assertEquals(atRapidity(0, 4.0, 1).mass(), target.expectedMass(atRapidity(-0.1, 9, 0.001)), 1e-9);
        assertEquals(atRapidity(0, 4.01, 1).mass(), target.expectedMass(atRapidity(0.9, 9, 0.05)), 1e-9);
        assertEquals(atRapidity(0, 4.02, 1).mass(), target.expectedMass(atRapidity(-1.1, 9, 0.01)), 1e-9);
        assertEquals(atRapidity(0, 4.03, 1).mass(), target.expectedMass(atRapidity(7, 9, 0.02)), 1e-9);
    }

    @Test
    void thinStripsAreMergedAndNoBinIsEmpty() {
        for (int size : new int[] {1, 30, 999, 5000, 20000}) {
            DimuonSample sample = ToyDimuons.sample(size, NONE, 5);
            TabulatedTarget target = TabulatedTarget.of(sample);
            assertTrue(target.bins() >= 1 && target.bins() <= Math.max(1, size / 1000), size + ": " + target.bins());
            for (int i = 0; i < Math.min(size, 100); i++) {
                assertEquals(3.09, target.expectedMass(sample.get(i)), 0.1);
            }
        }
    }

    @Test
    void equalMassErrorsShareABin() {
        DimuonSample.Builder builder = DimuonSample.builder(3000);
        for (int i = 0; i < 3000; i++) {
            builder.add(atRapidity(0.5, 4.0, 0.01));
        }
        assertEquals(1, TabulatedTarget.of(builder.build()).bins());
    }

    @Test
    void targetIsWhereRadiationPutsThePeakAndNotTheMassOfTheParticle() {
        DimuonSample sample = ToyDimuons.sample(50_000, NONE, 6);
        TabulatedTarget target = TabulatedTarget.of(sample);
        double[] ratios = new double[sample.size()];
        double[] sigmas = new double[sample.size()];
        double sum = 0;
        for (int i = 0; i < ratios.length; i++) {
            Dimuon pair = sample.get(i);
            ratios[i] = pair.mass() / target.expectedMass(pair);
            sigmas[i] = Math.hypot(pair.relativeMassSigma(), 1e-3);
            sum += target.expectedMass(pair);
        }
        RobustLocation location = RobustLocation.of(ratios, sigmas, TukeyBiweight.STANDARD);
        // by construction, up to the different weights of different bins: far below one statistical sigma
        assertEquals(1, location.value(), 0.1 * location.relativeSigma());
        // measured with this toy: about -6e-4; ten sigma away from zero, the size of calibration targets
        assertTrue(
                sum / ratios.length / 3.0969 - 1 < -5 * location.relativeSigma(), "mean target " + sum / ratios.length);
    }

    @Test
    void impossibleRequestsAreRefused() {
        DimuonSample empty = DimuonSample.builder(0).build();
        assertThrows(IllegalArgumentException.class, () -> TabulatedTarget.of(empty));
        assertThrows(IllegalArgumentException.class, () -> new Options(List.of(0.0), 1, 1, TukeyBiweight.STANDARD, 0));
    }
}
