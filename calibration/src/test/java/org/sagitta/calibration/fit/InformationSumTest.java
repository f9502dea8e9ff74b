package org.sagitta.calibration.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.SequentialKalmanCalibrator.Linearisation;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Models;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.robust.LeastSquares;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.TukeyBiweight;
import org.sagitta.calibration.target.MassTarget;

class InformationSumTest {
    private static final AemModel MODEL = Injected.MODEL;
    private static final MassTarget TARGET = pair -> 3.0945;
    /** Demanded equality of filter and sum, in standard deviations. */
    private static final double SAME_FIT = 1e-9;

    @Test
    void sumsAreThoseOfDenseVectors() {
        SparseVector g = new SparseVector(3);
        g.append(2, 3);
        g.append(0, -1);
        InformationSum sum = new InformationSum(3);
        sum.add(g, 0.5, 2);
        g.clear();
        g.append(1, 4);
        g.append(2, 1);
        sum.add(g, 1, 1);
        assertArrayEquals(new double[] {-0.5, 4, 2.5}, sum.score());
        double[][] expected = {{2, 0, -6}, {0, 16, 4}, {-6, 4, 19}};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(expected[i][j], sum.information(i, j));
            }
        }
        assertEquals(2, sum.events());
    }

    @Test
    void oneParameterByHand() {
        // z = 0.01, g = -1, s = 0.01, prior 0.005 at p = 0.002: d = -(1e4 + 4e4)^-1 (-100 + 4e4 * 0.002)
        SparseVector g = new SparseVector(1);
        g.append(0, -1);
        InformationSum sum = new InformationSum(1);
        sum.add(g, 0.01 / 1e-4, 1 / 1e-4);
        LinearStep step = sum.solve(new double[] {0.002}, new double[] {4e4});
        assertEquals(20 / 5e4, step.step(0), 1e-17);
        assertEquals(1 / Math.sqrt(5e4), step.covariance().sigma(0), 1e-15);
        assertEquals(20 / Math.sqrt(5e4), step.largestPull(), 1e-12);
    }

    @Test
    void undeterminedParametersAreRefused() {
        InformationSum empty = new InformationSum(2);
        assertThrows(IllegalArgumentException.class, () -> empty.solve(new double[2], new double[2]));
    }

    @Test
    void equalsTheSequentialFilterAtAnyPointOfLinearisation() {
        DimuonSample sample = ToyDimuons.sample(20_000, Injected.correction(), 21);
        for (Loss loss : new Loss[] {LeastSquares.INSTANCE, TukeyBiweight.STANDARD}) {
            FitOptions options = FitOptions.standard(MODEL).withLoss(loss);
            MassMeasurements pairs = MassMeasurements.of(sample, TARGET, options.sigmaFloor());
            for (double[] start : new double[][] {new double[MODEL.size()], Injected.values()}) {
                CalibrationResult filter =
                        new SequentialKalmanCalibrator(options, Linearisation.FIXED_POINT).calibrate(pairs, start);
                InformationSum sum = new EstimatingEquations(pairs, options, BlockReducer.serial()).leastSquares(start);
                LinearStep step = sum.solve(start, options.priors().precisions(MODEL));
                double[] values = step.addedTo(start);
                for (int i = 0; i < values.length; i++) {
                    double sigma = step.covariance().sigma(i);
                    assertEquals(values[i], filter.correction().value(i), SAME_FIT * sigma);
                    assertEquals(1, filter.correction().sigma(i) / sigma, SAME_FIT);
                }
                assertEquals(sum.events(), filter.eventsUsed());
            }
        }
    }

    /** Filter and sum for every kind of model, at a point that is not zero. */
    @Test
    void equalsTheSequentialFilterForAllModels() {
        DimuonSample sample = ToyDimuons.sample(3_000, Injected.correction(), 23);
        Models.all().forEach((name, model) -> {
            FitOptions options = FitOptions.standard(model);
            MassMeasurements pairs = MassMeasurements.of(sample, TARGET, options.sigmaFloor());
            double[] start = new double[model.size()];
            for (int j = 0; j < start.length; j++) {
                start[j] = 1e-4 * Math.sin(1 + 2.3 * j);
            }
            AemCorrection filter = new SequentialKalmanCalibrator(options, Linearisation.FIXED_POINT)
                    .calibrate(pairs, start)
                    .correction();
            LinearStep step = new EstimatingEquations(pairs, options, BlockReducer.serial())
                    .leastSquares(start)
                    .solve(start, options.priors().precisions(model));
            for (int i = 0; i < start.length; i++) {
                double sigma = step.covariance().sigma(i);
                assertEquals(step.addedTo(start)[i], filter.value(i), SAME_FIT * sigma, name);
                assertEquals(1, filter.sigma(i) / sigma, SAME_FIT, name);
            }
        });
    }

    /** A part of the blocks is the sum over just these blocks. */
    @Test
    void aPartOfTheSampleIsEveryNthBlock() {
        int block = BlockReducer.BLOCK_SIZE;
        DimuonSample sample = ToyDimuons.sample(4 * block + 100, Injected.correction(), 24);
        FitOptions options = FitOptions.standard(MODEL);
        double[] values = Injected.values();
        MassMeasurements all = MassMeasurements.of(sample, TARGET, options.sigmaFloor());
        EstimatingEquations equations = new EstimatingEquations(all, options, BlockReducer.serial());
        InformationSum part = equations.part(2 * block).leastSquares(values);
        InformationSum sum = new InformationSum(MODEL.size());
        for (int from : new int[] {0, 2 * block, 4 * block}) {
            DimuonSample some = sample.block(from, Math.min(from + block, sample.size()));
            MassMeasurements pairs = MassMeasurements.of(some, TARGET, options.sigmaFloor());
            sum.merge(new EstimatingEquations(pairs, options, BlockReducer.serial()).leastSquares(values));
        }
        assertArrayEquals(sum.score(), part.score());
        assertEquals(sum.events(), part.events());
        assertEquals(
                equations.leastSquares(values).events(),
                equations.part(sample.size()).leastSquares(values).events());
    }

    @Test
    void sameBitsForAnyNumberOfThreads() throws Exception {
        DimuonSample sample = ToyDimuons.sample(5 * BlockReducer.BLOCK_SIZE / 2, Injected.correction(), 22);
        FitOptions options = FitOptions.standard(MODEL);
        CalibrationResult serial = new IterativeCalibration(options, BlockReducer.serial()).calibrate(sample, TARGET);
        for (int threads : new int[] {1, 2, 5}) {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                CalibrationResult parallel =
                        new IterativeCalibration(options, BlockReducer.on(pool)).calibrate(sample, TARGET);
                assertEquals(serial, parallel);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    @Test
    void blocksAreMergedInOrderAndErrorsComeThrough() {
        int size = 3 * BlockReducer.BLOCK_SIZE + 1;
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Integer> starts = BlockReducer.on(pool)
                    .reduce(size, (from, to) -> new ArrayList<>(List.of(from, to)), InformationSumTest::joined);
            assertEquals(0, starts.get(0));
            for (int b = 1; b < 4; b++) {
                assertEquals(starts.get(2 * b - 1), starts.get(2 * b));
            }
            assertEquals(size, starts.get(7));
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> BlockReducer.on(pool).<Integer>reduce(size, InformationSumTest::failing, Integer::sum));
            assertTrue(String.valueOf(e.getMessage()).contains("block"));
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Integer> joined(List<Integer> a, List<Integer> b) {
        a.addAll(b);
        return a;
    }

    private static int failing(int from, int to) {
        if (from > 0) {
            throw new IllegalArgumentException("block " + from + " to " + to);
        }
        return 0;
    }
}
