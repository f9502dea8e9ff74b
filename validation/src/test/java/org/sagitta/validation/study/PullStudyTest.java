package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.state.SymMatrix5;

class PullStudyTest {
    private static final PullBinning BINS = new PullBinning(2, 1, 64);
    private static final LocalVector TRUTH = new LocalVector(0.1, -3, 3.1, 1.2, 0.5);
    private static final SymMatrix5 COVARIANCE = SymMatrix5.diagonal(4, 9, 0.01, 0.0004, 0.0025);

    /** Numerical: sums of a few numbers of order one in another order. */
    private static final double ROUNDING = 1e-12;

    private static PerigeeState shifted(double sigmas) {
        LocalVector shift = new LocalVector(2 * sigmas, 3 * sigmas, 0.1 * sigmas, 0.02 * sigmas, 0.05 * sigmas);
        return new PerigeeState(TRUTH.plus(shift), COVARIANCE);
    }

    @Test
    void pullsAreResidualsInUnitsOfTheirErrors() {
        PullStudy study = new PullStudy(BINS);
        study.addFitted(0.1, 2.5, shifted(0.5), TRUTH, 3, 5);
        study.addFitted(0.1, 2.5, shifted(-1.5), TRUTH, 3, 5);
        study.addFitted(0.1, 2.5, shifted(6), TRUTH, 3, 5);
        for (PullStatistic pull : study.result().pulls()) {
            assertEquals(5.0 / 3, pull.mean(), ROUNDING, pull.toString());
            // Deviations from the mean: -7/6, -19/6, 13/3.
            assertEquals(Math.sqrt((49 + 361 + 676) / 72.0), pull.width(), ROUNDING, pull.toString());
            assertEquals(1, pull.beyondFive());
        }
    }

    @Test
    void azimuthsOnBothSidesOfPiAreNeighbours() {
        PullStudy study = new PullStudy(BINS);
        PerigeeState beyond = new PerigeeState(TRUTH.plus(new LocalVector(0, 0, 0.1 - 2 * Math.PI, 0, 0)), COVARIANCE);
        study.addFitted(0, 2, beyond, TRUTH, 3, 5);
        assertEquals(1, study.result().pulls().get(2).mean(), ROUNDING);
    }

    @Test
    void tracksGoToTheirBins() {
        PullStudy study = new PullStudy(BINS);
        study.addFitted(-1.9, 1.1, shifted(1), TRUTH, 3, 5);
        study.addFailure(1.9, 63, "LOST");
        study.addFitted(1.9, 65, shifted(1), TRUTH, 3, 5);
        List<PullBin> bins = study.result().bins();
        assertEquals(48, bins.size());
        assertEquals(1, bins.get(0).tracks());
        assertEquals(-2, bins.get(0).etaLow());
        assertEquals(2, bins.get(0).ptHigh(), ROUNDING);
        assertEquals(1, bins.get(47).failed());
        assertEquals(64, bins.get(47).ptHigh(), 64 * ROUNDING);
        assertEquals(1, bins.stream().mapToLong(PullBin::tracks).sum());
        assertEquals(2, study.result().tracks());
    }

    @Test
    void unusableStatesAreCountedAndNotAveraged() {
        PullStudy study = new PullStudy(BINS);
        study.addFitted(0, 2, new PerigeeState(TRUTH, SymMatrix5.diagonal(1, 1, 1, -1, 1)), TRUTH, 3, 5);
        study.addFitted(0, 2, new PerigeeState(TRUTH, SymMatrix5.diagonal(1, 1, Double.NaN, 1, 1)), TRUTH, 3, 5);
        study.addFitted(0, 2, shifted(1), TRUTH, Double.NaN, 5);
        study.addFitted(0, 2, shifted(1), TRUTH, 3, 5);
        study.addFailure(0, 2, "LOST");
        study.addOther("FITTED");
        PullResult result = study.result();
        assertEquals(2, result.notANumber());
        assertEquals(1, result.notPositive());
        assertEquals(4, result.tracks());
        assertEquals(5, result.clean());
        assertEquals(6, result.muons());
        assertEquals(Map.of("LOST", 1L), result.failures());
        assertEquals(Map.of("FITTED", 1L), result.others());
        assertEquals(1, result.pulls().get(0).mean(), ROUNDING);
    }

    @Test
    void partsMakeTheWhole() {
        Random random = new Random(3);
        PullStudy whole = new PullStudy(BINS);
        PullStudy parts = new PullStudy(BINS);
        for (int part = 0; part < 7; part++) {
            PullStudy one = new PullStudy(BINS);
            for (int i = 0; i < part * 10; i++) {
                double eta = 4 * random.nextDouble() - 2;
                double pt = Math.pow(64, random.nextDouble());
                PerigeeState fitted = shifted(random.nextGaussian());
                double chi2 = 10 * random.nextDouble();
                whole.addFitted(eta, pt, fitted, TRUTH, chi2, 5);
                one.addFitted(eta, pt, fitted, TRUTH, chi2, 5);
            }
            one.addFailure(1, 2, "STOPPED");
            whole.addFailure(1, 2, "STOPPED");
            parts.merge(one);
        }
        PullResult expected = whole.result();
        PullResult merged = parts.result();
        assertEquals(expected.chi2Probability(), merged.chi2Probability());
        assertEquals(expected.failures(), merged.failures());
        assertEquals(expected.tracks(), merged.tracks());
        for (int i = 0; i < 5; i++) {
            assertEquals(expected.pulls().get(i).mean(), merged.pulls().get(i).mean(), ROUNDING);
            assertEquals(expected.pulls().get(i).width(), merged.pulls().get(i).width(), ROUNDING);
        }
        PullStudy other = new PullStudy(new PullBinning(2.5, 1, 64));
        assertThrows(IllegalArgumentException.class, () -> parts.merge(other));
    }
}
