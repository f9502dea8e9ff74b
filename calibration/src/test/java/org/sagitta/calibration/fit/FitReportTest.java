package org.sagitta.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.ResidualCell.Grid;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaPolynomial;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.model.MisalignmentShape;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.TabulatedTarget;

class FitReportTest {
    private static final BlockReducer SERIAL = BlockReducer.serial();
    /** A field scale that goes like cos(2 phi); the standard model has no such term. */
    private static final AemModel WAVES = AemModel.of(
            new FieldShape(EtaPolynomial.of(FieldTerm.CONSTANT), 2), LossShape.NONE, MisalignmentShape.NONE);

    private static final AemCorrection WAVE =
            new AemCorrection(WAVES, new double[] {0, 0, 0, 5e-3, 0}, Covariance.zero(5));

    private static FitReport report(DimuonSample scenario, DimuonSample ideal) {
        MassTarget target = TabulatedTarget.of(ideal);
        FitOptions options = FitOptions.standard(AemModel.standard());
        ReferencedCalibration.Result result =
                new ReferencedCalibration(new IterativeCalibration(options, SERIAL)).calibrate(scenario, ideal, target);
        return FitReport.of(
                new ResidualMap.Request(scenario, target, options, SERIAL),
                new ResidualMap.Request(ideal, target, options, SERIAL),
                result);
    }

    @Test
    void aGoodFitLeavesNothingAndABadOneSaysWhere() {
        DimuonSample ideal = ToyDimuons.sample(60_000, Injected.nothing(), 901);
        FitReport good = report(ToyDimuons.sample(60_000, Injected.correction(), 902), ideal);
        // some 340 cells, few degrees of freedom taken by the fit; sigma of their chi2 below 30: false alarm below 1e-5
        assertEquals(good.cells(), good.cellChi2(), 4.5 * Math.sqrt(2.0 * good.cells()));
        assertTrue(good.cells() > 300 && good.cells() <= 432, "" + good.cells());
        assertEquals(FitReport.LISTED, good.mostPulled().size());
        // the largest of 400 Gaussian pulls is below 5 but for 2e-4
        assertTrue(Math.abs(good.mostPulled().get(0).pull()) < 5, "" + good.mostPulled());
        // radiation makes tails: a tenth of all pairs lies below the peak
        assertTrue(good.robustChi2() > 0.95 && good.robustChi2() < 1.5, "" + good.robustChi2());
        assertTrue(good.iterations() >= 3 && good.idealIterations() >= 2);

        FitReport bad = report(ToyDimuons.sample(60_000, WAVE, 903), ideal);
        assertTrue(bad.cellChi2() > good.cellChi2() + 200, bad.cellChi2() + " after " + good.cellChi2());
        ResidualCell worst = bad.mostPulled().get(0);
        assertTrue(worst.grid() != Grid.ETA_ETA && Math.abs(worst.pull()) > 5, "" + worst);
        // too large a curvature, which the correction would lower, makes a mass too small where cos(2 phi) is below
        // zero
        double phi = 0.5 * (worst.secondLow() + worst.secondHigh());
        assertTrue(worst.mean() * Math.cos(2 * phi) > 0, "" + worst);
        for (int i = 1; i < bad.mostPulled().size(); i++) {
            assertTrue(Math.abs(bad.mostPulled().get(i).pull())
                    <= Math.abs(bad.mostPulled().get(i - 1).pull()));
        }
    }

    @Test
    void everyGridHoldsAllPairs() {
        DimuonSample sample = ToyDimuons.sample(20_000, Injected.nothing(), 904);
        FitOptions options = FitOptions.standard(AemModel.standard());
        ResidualMap map = new ResidualMap.Request(sample, pair -> 3.0945, options, SERIAL).map(Injected.nothing());
        long sum =
                map.minus(map).cells().stream().mapToLong(ResidualCell::pairs).sum();
        // those of rare cells are missing
        assertTrue(sum > 3 * 19_000 && sum <= 3 * 20_000, "" + sum);
        assertEquals(0, map.minus(map).chi2());
        assertEquals(map.deviance(), map.minus(map).deviance());
    }
}
