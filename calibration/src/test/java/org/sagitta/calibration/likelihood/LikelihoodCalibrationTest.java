package org.sagitta.calibration.likelihood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.CalibrationResult;
import org.sagitta.calibration.fit.Calibrator;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.fit.ReferencedCalibration;
import org.sagitta.calibration.likelihood.CellCalibration.Cells;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter.Kind;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.RadiationTemplate;
import org.sagitta.calibration.target.TemplateTarget;

/** One template serves all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LikelihoodCalibrationTest {
    private static final double JPSI = 3.0969;
    private static final double FALSE_ALARM = 1e-3;
    private static final MassRange RANGE = MassRange.STANDARD;
    /** A, e in four bins and M0 in two: what cells in eta can see. */
    private static final AemModel MODEL = AemModel.builder()
            .field(FieldTerm.CONSTANT, FieldTerm.ETA_SQUARED)
            .loss(EtaBinning.uniform(4, -2.4, 2.4))
            .misalignment(EtaBinning.uniform(2, -2.4, 2.4), Harmonic.upTo(0))
            .build();

    private static final FitOptions OPTIONS = FitOptions.standard(MODEL);
    private static final AemCorrection NOTHING = AemCorrection.identity(MODEL);

    private final RadiationTemplate template;
    private final PeakShape shape;
    private final TemplateTarget target;

    LikelihoodCalibrationTest() {
        RadiationTemplate.Builder builder = RadiationTemplate.builder(JPSI);
        ToyDimuons.sample(30_000, NOTHING, 9, (pair, mass, kPlus, kMinus) -> builder.add(pair.rapidity(), mass));
        template = builder.build();
        shape = PeakShape.of(template);
        target = TemplateTarget.of(template);
    }

    private static double[] injected() {
        double[] values = new double[MODEL.size()];
        for (int i = 0; i < values.length; i++) {
            double wave = Math.sin(1 + 2.3 * i);
            Kind kind = MODEL.parameters().get(i).kind();
            values[i] = kind == Kind.A ? (i == 0 ? 8e-4 : -2e-4) : kind == Kind.E ? 4e-3 * wave : 2e-4 * wave;
        }
        return values;
    }

    private static DimuonSample scenario(int size, long seed) {
        AemCorrection correction = new AemCorrection(MODEL, injected(), Covariance.zero(MODEL.size()));
        return ToyDimuons.sample(size, correction, seed);
    }

    private Calibrator likelihood() {
        return new LikelihoodCalibration(OPTIONS, shape, target, RANGE, BlockReducer.serial());
    }

    private Calibrator cells() {
        Cells cells = new Cells(EtaBinning.uniform(4, -2.4, 2.4), 6, 100);
        return new CellCalibration(OPTIONS, shape, target, RANGE, cells, BlockReducer.serial());
    }

    private static void assertRecovered(CalibrationResult result, String what) {
        double chi2 = result.chi2Against(injected());
        double limit = new ChiSquaredDistribution(MODEL.size()).inverseCumulativeProbability(1 - FALSE_ALARM);
        assertTrue(chi2 < limit, what + ": chi2 = " + chi2 + ", allowed " + limit);
        assertTrue(result.chi2() > 100, what + ": the injected values are far from zero: " + result.chi2());
    }

    @Test
    void allThreeRecoverTheInjectedParametersAndAgree() {
        DimuonSample scenario = scenario(25_000, 101);
        DimuonSample ideal = ToyDimuons.sample(25_000, NOTHING, 102);
        Calibrator robust = new IterativeCalibration(OPTIONS, BlockReducer.serial());
        CalibrationResult a = referenced(robust, scenario, ideal);
        CalibrationResult b = referenced(likelihood(), scenario, ideal);
        CalibrationResult c = referenced(cells(), scenario, ideal);
        assertRecovered(b, "likelihood");
        assertRecovered(c, "cells");
        for (int i = 0; i < MODEL.size(); i++) {
            String name = MODEL.parameters().get(i).name();
            // the same pairs: the difference is part of the error, and so far below it
            double sigma = a.correction().sigma(i);
            assertEquals(a.correction().value(i), b.correction().value(i), sigma, name + " likelihood");
            assertEquals(a.correction().value(i), c.correction().value(i), 2 * sigma, name + " cells");
            assertEquals(1, b.correction().sigma(i) / sigma, 0.15, name + " error of the likelihood");
        }
    }

    private CalibrationResult referenced(Calibrator calibrator, DimuonSample scenario, DimuonSample ideal) {
        return new ReferencedCalibration(calibrator)
                .calibrate(scenario, ideal, target)
                .difference();
    }

    /** Samples with a tenth of background. */
    @Test
    void pullsAreOneWithBackground() {
        FitOptions options = FitOptions.standard(AemModel.fieldScale());
        Calibrator fit = new LikelihoodCalibration(options, shape, target, RANGE, BlockReducer.serial());
        double sum = 0;
        int toys = 15;
        AemCorrection none = AemCorrection.identity(AemModel.fieldScale());
        for (int t = 0; t < toys; t++) {
            DimuonSample scenario = withBackground(ToyDimuons.sample(1500, scale(5e-4), 1000 + t), t);
            DimuonSample ideal = ToyDimuons.sample(1500, none, 2000 + t);
            AemCorrection found = new ReferencedCalibration(fit)
                    .calibrate(scenario, ideal, target)
                    .correction();
            double pull = (found.value(0) - 5e-4) / found.sigma(0);
            sum += pull * pull;
        }
        ChiSquaredDistribution chi2 = new ChiSquaredDistribution(toys);
        assertTrue(
                sum > chi2.inverseCumulativeProbability(FALSE_ALARM / 2)
                        && sum < chi2.inverseCumulativeProbability(1 - FALSE_ALARM / 2),
                "sum of squared pulls of " + toys + " toys: " + sum);
    }

    private static AemCorrection scale(double a) {
        return new AemCorrection(AemModel.fieldScale(), new double[] {a}, Covariance.zero(1));
    }

    /** Pairs of the sample again, with a mass anywhere in the window: more at the lower end. */
    private static DimuonSample withBackground(DimuonSample sample, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        DimuonSample.Builder builder = DimuonSample.builder(sample.size());
        builder.addAll(sample);
        for (int i = 0; i < sample.size() / 10; i++) {
            Dimuon pair = sample.get(i);
            double u = Math.max(random.nextDouble(), random.nextDouble());
            double mass = JPSI * Math.exp(RANGE.high() - u * (RANGE.high() - RANGE.low()));
            double factor = pair.mass() / mass;
            builder.add(
                    pair.withCurvatures(pair.plus().k() * factor, pair.minus().k() * factor));
        }
        return builder.build();
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        DimuonSample sample = scenario(400, 55);
        MassTarget shifted = pair -> 1.0003 * target.expectedMass(pair);
        AemLikelihood likelihood =
                new AemLikelihood(sample, shifted, target, MODEL, shape, RANGE, BlockReducer.serial());
        int n = MODEL.size();
        double[] at = Arrays.copyOf(injected(), n + LikelihoodCalibration.NUISANCES);
        at[n] = 2;
        at[n + 1] = 0.4;
        at[n + 2] = 0.05;
        double[] gradient = likelihood.at(at).gradient();
        for (int i = 0; i < at.length; i++) {
            double step = i >= n || MODEL.parameters().get(i).kind() == Kind.E ? 1e-5 : 1e-7;
            double[] up = at.clone();
            double[] down = at.clone();
            up[i] += step;
            down[i] -= step;
            double difference =
                    (likelihood.at(up).negativeLog() - likelihood.at(down).negativeLog()) / (2 * step);
            assertEquals(difference, gradient[i], 1e-3 * Math.abs(difference) + 1e-2, "parameter " + i);
        }
    }

    @Test
    void badRequestsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Cells(EtaBinning.NONE, 6, 100));
        FisherScoring.Constraints one = new FisherScoring.Constraints(new double[] {0}, new double[] {1e-6});
        // a density that grows for ever
        FisherScoring.Likelihood endless = values -> {
            ScoreSums sums = new ScoreSums(1);
            SparseVector score = new SparseVector(1);
            score.append(0, 1);
            sums.add(Math.exp(values[0]), score);
            return sums;
        };
        assertThrows(IllegalStateException.class, () -> FisherScoring.minimise(endless, one, 1e-9, 3));
    }
}
