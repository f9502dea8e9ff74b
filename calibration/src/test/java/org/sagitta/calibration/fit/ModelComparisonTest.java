package org.sagitta.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.EveryNth;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.EtaPolynomial;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.model.MisalignmentShape;
import org.sagitta.calibration.robust.LeastSquares;
import org.sagitta.calibration.target.TabulatedTarget;

class ModelComparisonTest {
    private static final FieldShape POLYNOMIAL =
            new FieldShape(EtaPolynomial.of(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED), 0);
    private static final LossShape LOSS = LossShape.perPt(EtaBinning.uniform(3, -2.4, 2.4));
    private static final AemModel SMALL = AemModel.of(POLYNOMIAL, LOSS, MisalignmentShape.NONE);
    private static final AemModel RIGHT =
            AemModel.of(new FieldShape(POLYNOMIAL.basis(), 1), LOSS, MisalignmentShape.NONE);
    private static final AemModel LARGE = AemModel.of(
            new FieldShape(POLYNOMIAL.basis(), 1),
            LOSS,
            new MisalignmentShape(EtaBinning.uniform(12, -2.4, 2.4), Harmonic.upTo(3)));

    /** A field scale that goes like cos(phi): the model that has it is the best, one with more does not close better. */
    @Test
    void theModelOfTheTruthWins() {
        double[] values = new double[RIGHT.size()];
        values[RIGHT.indexOf("A1c")] = 2e-3;
        AemCorrection injected = new AemCorrection(RIGHT, values, Covariance.zero(RIGHT.size()));
        DimuonSample scenario = ToyDimuons.sample(40_000, injected, 1001);
        DimuonSample ideal = ToyDimuons.sample(40_000, AemCorrection.identity(RIGHT), 1002);
        ModelComparison comparison =
                new ModelComparison(scenario, ideal, TabulatedTarget.of(ideal), BlockReducer.serial());
        ModelScore small = comparison.score("small", SMALL);
        ModelScore right = comparison.score("right", RIGHT);
        ModelScore large = comparison.score("large", LARGE);
        assertTrue(right.scenario().aic() < small.scenario().aic() - 20, small + " " + right);
        assertTrue(right.scenario().bic() < small.scenario().bic(), small + " " + right);
        assertTrue(right.heldOutChi2() < small.heldOutChi2() - 20, small + " " + right);
        // 84 parameters too many cost 84 ln n in the criterion of Schwarz, less what they pick up
        assertTrue(right.scenario().bic() < large.scenario().bic() - 300, right + " " + large);
        assertTrue(right.heldOutChi2() < large.heldOutChi2(), right + " " + large);
        // the biweight makes of p parameters p E psi^2 / E psi', between 0.9 and 1.3 times p with these tails
        assertEquals(1, right.scenario().penalty() / RIGHT.size(), 0.3);
        assertEquals(1, large.scenario().penalty() / LARGE.size(), 0.3);
        assertTrue(Math.abs(right.heldOutBias()) < 4 * right.heldOutBiasSigma(), "" + right);
        assertEquals(right.aic(), right.scenario().aic() - right.ideal().aic());
        assertEquals(right.bic(), right.scenario().bic() - right.ideal().bic());
    }

    /** Least squares and a sample with the errors it says: the trace is the number of parameters, up to their noise. */
    @Test
    void theCriterionIsThatOfAkaikeForLeastSquares() {
        DimuonSample sample = ToyDimuons.sample(20_000, AemCorrection.identity(SMALL), 1003);
        FitOptions options = FitOptions.standard(AemModel.fieldScale()).withLoss(LeastSquares.INSTANCE);
        // each pair has its own measured mass as target, moved by one sigma up or down in turn: pulls of one
        DimuonSample.Builder one = DimuonSample.builder(1).add(sample.get(0));
        DimuonSample single = one.build();
        double up = single.get(0).mass() * 1.02;
        InformationCriterion criterion = InformationCriterion.of(
                single, pair -> up, options, AemCorrection.identity(AemModel.fieldScale()), BlockReducer.serial());
        double sigma = Math.hypot(single.get(0).relativeMassSigma(), options.sigmaFloor());
        double z = 1 / 1.02 - 1;
        double g = -1 / 1.02 / sigma;
        double slope = single.get(0).slopePlus() + single.get(0).slopeMinus();
        double information = g * g * slope * slope;
        assertEquals(z * z / (sigma * sigma), criterion.deviance(), 1e-12 * criterion.deviance());
        assertEquals(z * z / (sigma * sigma) * information / (information + 4e4), criterion.penalty(), 1e-9);
        assertEquals(criterion.deviance() + 2 * criterion.penalty(), criterion.aic());
        assertEquals(criterion.deviance(), criterion.bic());
    }

    @Test
    void foldsTakeEveryNthPair() {
        DimuonSample sample = ToyDimuons.sample(11, AemCorrection.identity(SMALL), 1004);
        EveryNth odd = new EveryNth(sample, 1, 3);
        assertEquals(4, odd.size());
        assertEquals(3, new EveryNth(sample, 2, 3).size());
        DimuonSample block = odd.block(1, 4);
        for (int i = 0; i < 3; i++) {
            assertEquals(sample.get(1 + 3 * (i + 1)), block.get(i));
        }
        assertEquals(0, odd.block(2, 2).size());
        assertThrows(IllegalArgumentException.class, () -> new EveryNth(sample, 3, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> odd.block(0, 5));
    }
}
