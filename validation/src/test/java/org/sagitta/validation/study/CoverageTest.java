package org.sagitta.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;

class CoverageTest {
    private static final AemModel MODEL = AemModel.standard();

    /** Relative rounding of the inverse of a correction. */
    private static final double NUMERICAL = 1e-14;

    private static final int EXPERIMENTS = 2000;

    /** A fixed seed; of 82 widths with an error of 0.016, one is beyond 0.05 + 3 errors once in 10^4 seeds. */
    private static CoverageResult experiments(double truthOverClaim) {
        return experiments(truthOverClaim, EXPERIMENTS, 1);
    }

    private static CoverageResult experiments(double truthOverClaim, int experiments, int seed) {
        Random random = new Random(seed);
        Covariance covariance = correlated();
        double[][] variations = covariance.eigenVariations();
        CoverageAccumulator sums = new CoverageAccumulator(MODEL, new ScaleGradients(MODEL).ofLegs());
        for (int n = 0; n < experiments; n++) {
            AemCorrection truth = InjectedBias.STANDARD.draw(MODEL, random::nextGaussian);
            double[] found = truth.values();
            for (double[] variation : variations) {
                double amount = truthOverClaim * random.nextGaussian();
                for (int j = 0; j < found.length; j++) {
                    found[j] += amount * variation[j];
                }
            }
            sums.add(truth, new AemCorrection(MODEL, found, covariance));
        }
        return sums.result();
    }

    /** Unlike errors, each correlated with its neighbour by 0.4. */
    private static Covariance correlated() {
        double[][] rows = new double[MODEL.size()][MODEL.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                double correlation = i == j ? 1 : Math.abs(i - j) == 1 ? 0.4 : 0;
                rows[i][j] = correlation * ((1 + i) * (1 + j)) * 1e-10;
            }
        }
        return Covariance.of(rows);
    }

    @Test
    void errorsThatCoverPass() {
        CoverageResult result = experiments(1);
        assertEquals(List.of(), result.excesses());
        assertTrue(result.distance().uniformity() > 1e-3, () -> "uniformity " + result.distance());
        assertEquals(
                MODEL.size(),
                result.distance().mean(),
                4 * result.distance().meanError(),
                "mean chi2, four standard errors: false alarm 6e-5");
    }

    /**
     * Of 40 independent figures with 20 experiments each, one is named by chance in 5.5 % of all runs; more than 13 of 80 runs
     * would be once in 10^4. Errors from the scatter itself would name one in 40 % of all runs.
     */
    @Test
    void fewExperimentsThatCoverHardlyEverNameOne() {
        int runs = 80;
        int named = 0;
        for (int seed = 1; seed <= runs; seed++) {
            named += experiments(1, 20, seed).excesses().isEmpty() ? 0 : 1;
        }
        assertTrue(named <= 13, named + " of " + runs + " runs named a figure");
    }

    @Test
    void errorsHalfTheSizeAreNamedByTwentyExperiments() {
        assertFalse(experiments(2, 20, 1).excesses().isEmpty());
    }

    @Test
    void errorsTenPercentTooSmallAreNamed() {
        CoverageResult result = experiments(1.15);
        assertFalse(result.excesses().isEmpty());
        assertTrue(result.distance().uniformity() < 1e-6, () -> "uniformity " + result.distance());
    }

    @Test
    void theInverseOfACorrectionIsItsInverse() {
        AemCorrection truth = InjectedBias.STANDARD.draw(MODEL, new Random(2)::nextGaussian);
        for (double pt : new double[] {3, 20, 100}) {
            for (Charge charge : Charge.values()) {
                double measured = InjectedBias.biased(truth, 1 / pt, 1.3, -2, charge);
                assertEquals(1 / pt, truth.correct(measured, 1.3, -2, charge), NUMERICAL / pt);
            }
        }
    }

    @Test
    void oddScaleOfALegIsMTimesItsTransverseMomentum() {
        ScaleGradient odd = new ScaleGradients(MODEL).ofLegs().get(12);
        double[] change = new double[MODEL.size()];
        change[MODEL.indexOf("M0_1")] = 1e-5;
        change[MODEL.indexOf("A1")] = 1e-3;
        change[MODEL.indexOf("Mc_1")] = 1e-3;
        assertEquals("odd 45 GeV", odd.name());
        assertEquals(45e-5, odd.dot(change), 1e-15);
    }

    /** The quadratic sum of all eigen-variations of a correction is its full error, for every scale. */
    @Test
    void eigenVariationsAddUpToTheFullError() {
        AemCorrection correction = new AemCorrection(
                MODEL,
                InjectedBias.STANDARD.draw(MODEL, new Random(3)::nextGaussian).values(),
                correlated());
        for (ScaleGradient gradient : new ScaleGradients(MODEL).ofLegs()) {
            double sum = 0;
            for (int i = 0; i < MODEL.size(); i++) {
                double shift = gradient.dot(correction.variation(i, 1).values()) - gradient.dot(correction.values());
                sum += shift * shift;
            }
            double full = Math.sqrt(correlated().variance(gradient.toArray()));
            assertEquals(1, Math.sqrt(sum) / full, 1e-9, gradient.name());
        }
    }
}
