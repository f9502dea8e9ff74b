package org.sagitta.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.FieldRatio;

class CorrectionTest {
    private static final FieldRatio RATIO = FieldRatio.tabulate(new double[] {0}, 1, (eta, phi) -> 1.002);

    @Test
    void fieldRatioComesFirst() {
        AemModel model = AemModel.standard();
        double[] values = new double[model.size()];
        values[model.indexOf("e07")] = 0.01;
        values[model.indexOf("M0_4")] = 1e-3;
        Correction correction = Correction.of(RATIO, new AemCorrection(model, values, Covariance.zero(model.size())));
        double k1 = 0.2 / 1.002;
        assertEquals(
                k1 * (1 - 0.01 * k1) - 1e-3,
                correction.apply(new Muon(0.2, 0.1, 3, Charge.NEGATIVE)).k(),
                1e-16);
    }

    @Test
    void variationsInQuadratureAreTheFullUncertainty() {
        Correction correction = CorrectionJsonTest.random(5);
        double nominal = correction.correct(0.15, 1.3, -2, Charge.POSITIVE);
        double sum = 0;
        for (int i = 0; i < correction.variations(); i++) {
            double shift = correction.variation(i, 1).correct(0.15, 1.3, -2, Charge.POSITIVE) - nominal;
            double twice = correction.variation(i, -2).correct(0.15, 1.3, -2, Charge.POSITIVE) - nominal;
            assertEquals(-2 * shift, twice, 1e-15);
            sum += shift * shift;
        }
        double sigma = correction.sigma(0.15, 1.3, -2, Charge.POSITIVE);
        assertEquals(sigma, Math.sqrt(sum), 1e-9 * sigma);
        assertEquals(correction.covariance(), correction.variation(0, 1).covariance());
        assertNotEquals(correction, correction.variation(0, 1));
    }

    @Test
    void samplesAreCorrectedPairByPair() {
        Correction correction = Correction.of(AemCorrection.fieldScale(-2e-3, 1e-4));
        Dimuon pair = new Dimuon(Muon.ofPt(5, 0.3, 1, Charge.POSITIVE), Muon.ofPt(7, 0.5, 1.4, Charge.NEGATIVE), 0.03);
        DimuonSample sample = DimuonSample.builder(1).add(pair).build();
        Dimuon corrected = correction.apply(sample).get(0);
        assertEquals(0.2 * (1 - 2e-3), corrected.plus().k(), 1e-16);
        assertEquals((1 - 2e-3) / 7, corrected.minus().k(), 1e-16);
        assertEquals(pair.relativeMassSigma(), corrected.relativeMassSigma(), 1e-16);
        assertEquals(corrected, correction.apply(pair));
    }

    @Test
    void aPairKeepsALegThatBendsTheOtherWay() {
        AemModel model = AemModel.standard();
        double[] values = new double[model.size()];
        values[model.indexOf("M0_4")] = -2e-3;
        Correction correction = Correction.of(new AemCorrection(model, values, Covariance.zero(model.size())));
        Muon straight = Muon.ofPt(1000, 0.1, 0, Charge.POSITIVE);
        assertEquals(Charge.NEGATIVE, correction.apply(straight).charge());
        Dimuon pair = new Dimuon(straight, Muon.ofPt(40, 0.1, 3, Charge.NEGATIVE), 5);
        assertEquals(1e-3, correction.apply(pair).plus().k(), 1e-16);
    }
}
