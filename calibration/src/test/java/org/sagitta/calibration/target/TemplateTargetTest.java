package org.sagitta.calibration.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.ToyDimuons;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.robust.LeastSquares;
import org.sagitta.calibration.robust.RobustLocation;
import org.sagitta.calibration.robust.TukeyBiweight;
import org.sagitta.calibration.target.TemplateTarget.Options;

class TemplateTargetTest {
    private static final AemCorrection NONE = AemCorrection.identity(AemModel.fieldScale());
    private static final double JPSI = 3.0969;
    /** Interpolation and quadrature together, relative: a tenth of the aim of 1e-5. */
    private static final double NUMERICAL = 1e-6;

    /** The Jensen term without radiation, against its closed form. */
    @Test
    void jensenTermOfLeastSquaresAndBiweight() {
        RadiationTemplate none = RadiationTemplate.none(JPSI);
        TemplateTarget mean = TemplateTarget.of(none, new Options(LeastSquares.INSTANCE, 0, 1));
        TemplateTarget robust = TemplateTarget.of(none, new Options(TukeyBiweight.STANDARD, 0, 1));
        for (double sigma : new double[] {0.005, 0.01, 0.02}) {
            double s2 = sigma * sigma;
            // E[(1 + x)^-1/2]^2 with Var x = 2 sigma^2, to fourth order
            double expected = Math.pow(1 + 3.0 / 8 * 2 * s2 + 105.0 / 128 * 4 * s2 * s2, 2);
            assertEquals(expected, mean.expectedMass(0, sigma) / JPSI, NUMERICAL);
            assertEquals(1 + biweightFactor() * s2, robust.expectedMass(0, sigma) / JPSI, NUMERICAL + 10 * s2 * s2);
        }
    }

    /** q of the Javadoc by a plain sum. */
    private static double biweightFactor() {
        TukeyBiweight loss = TukeyBiweight.STANDARD;
        double top = 0;
        double bottom = 0;
        for (double g = -8; g <= 8; g += 0.001) {
            double slope = loss.slope(g) * Math.exp(-0.5 * g * g);
            top += slope * (g * g + 0.5);
            bottom += slope;
        }
        assertEquals(0.95, top / bottom, 0.01, "the figure in the Javadoc");
        return top / bottom;
    }

    /** Against the estimator itself on pairs with radiation, where each leg has a Gaussian error of its own. */
    @Test
    void foldedTemplateIsWhereTheEstimatorFindsThePeak() {
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(11);
        var gauss = ZigguratSampler.NormalizedGaussian.of(random);
        int pairs = 150_000;
        double sigma = 0.014;
        double[] masses = new double[pairs];
        double[] errors = new double[pairs];
        RadiationTemplate.Builder template = RadiationTemplate.builder(JPSI);
        for (int i = 0; i < pairs; i++) {
            double generated = JPSI * Math.sqrt(1 - Math.pow(random.nextDouble(), 1 / 0.0267));
            template.add(0.3, generated);
            double leg = Math.sqrt(2) * sigma;
            masses[i] = generated / Math.sqrt((1 + leg * gauss.sample()) * (1 + leg * gauss.sample()));
            errors[i] = Math.hypot(sigma, Options.STANDARD.sigmaFloor());
        }
        double expected = TemplateTarget.of(template.build()).expectedMass(0.3, sigma);
        RobustLocation found = RobustLocation.of(masses, errors, TukeyBiweight.STANDARD);
        assertTrue(found.relativeSigma() < 5e-5, "error " + found.relativeSigma());
        // 3.3 sigma: one false alarm in a thousand
        assertEquals(found.value(), expected, 3.3 * found.relativeSigma() * JPSI);
        assertTrue(expected < JPSI * (1 - 3e-4), "radiation pulls the peak down: " + expected);
    }

    /** Two independent samples of a size give two targets; the truth knows the peak far better than the measurement. */
    @Test
    void templateHasLessNoiseThanTheStepTable() {
        double step = 0;
        double template = 0;
        int pairs = 10_000;
        int repetitions = 2;
        DimuonSample probe = ToyDimuons.sample(1_000, NONE, 77);
        for (int r = 0; r < repetitions; r++) {
            RadiationTemplate.Builder first = RadiationTemplate.builder(JPSI);
            RadiationTemplate.Builder second = RadiationTemplate.builder(JPSI);
            DimuonSample a = ToyDimuons.sample(
                    pairs, NONE, 100 + r, (pair, mass, kPlus, kMinus) -> first.add(pair.rapidity(), mass));
            DimuonSample b = ToyDimuons.sample(
                    pairs, NONE, 200 + r, (pair, mass, kPlus, kMinus) -> second.add(pair.rapidity(), mass));
            step += meanSquare(probe, TabulatedTarget.of(a), TabulatedTarget.of(b));
            template += meanSquare(probe, TemplateTarget.of(first.build()), TemplateTarget.of(second.build()));
        }
        // a quarter of the noise is a sixteenth of the mean square
        assertTrue(
                template < step / 16,
                "noise of the step table " + Math.sqrt(step / repetitions) + ", of the template "
                        + Math.sqrt(template / repetitions));
    }

    private static double meanSquare(DimuonSample probe, MassTarget a, MassTarget b) {
        double sum = 0;
        for (int i = 0; i < probe.size(); i++) {
            double difference = a.expectedMass(probe.get(i)) / b.expectedMass(probe.get(i)) - 1;
            sum += difference * difference;
        }
        return sum / probe.size();
    }

    @Test
    void adjustmentTakesUpWhatTheSelectionDoes() {
        RadiationTemplate.Builder builder = RadiationTemplate.builder(JPSI);
        DimuonSample ideal =
                ToyDimuons.sample(40_000, NONE, 31, (pair, mass, kPlus, kMinus) -> builder.add(pair.rapidity(), mass));
        TemplateTarget template = TemplateTarget.of(builder.build());
        AdjustedTarget adjusted = AdjustedTarget.of(template, ideal, Options.STANDARD);
        assertTrue(adjusted.sigma(0) < 6e-5, "error of c0 " + adjusted.sigma(0));
        assertTrue(adjusted.coefficient(0) > 2 * adjusted.sigma(0), "selection raises the peak");
        AdjustedTarget again = AdjustedTarget.of(adjusted, ideal, Options.STANDARD);
        for (int j = 0; j < 3; j++) {
            assertEquals(0, again.coefficient(j), 1e-3 * again.sigma(j), "c" + j + " is found at once");
        }
    }

    @Test
    void errorTakenAtTheTargetDoesNotFollowTheMass() {
        double a = 0.7;
        Dimuon centre = ToyDimuons.sample(1, NONE, 3).get(0);
        double target = centre.mass();
        DimuonSample.Builder pairs = DimuonSample.builder(3);
        for (double shift : new double[] {0.98, 1, 1.03}) {
            Dimuon moved = centre.withCurvatures(
                    centre.plus().k() * shift, centre.minus().k() * shift);
            double sigma = 0.01 * Math.pow(moved.mass() / target, a) * moved.mass();
            pairs.add(new Dimuon(moved.plus(), moved.minus(), sigma));
        }
        DecorrelatedErrors source = new DecorrelatedErrors(pairs.build(), pair -> target, pair -> a);
        assertEquals(3, source.size());
        DimuonSample corrected = source.block(0, 3);
        for (int i = 0; i < 3; i++) {
            assertEquals(0.01, corrected.get(i).relativeMassSigma(), 1e-12);
        }
    }

    /** The first-order formula of {@link DecorrelatedErrors}, on pairs whose masses are right. */
    @Test
    void weightsThatFollowTheMassPullItDown() {
        var gauss = ZigguratSampler.NormalizedGaussian.of(RandomSource.XO_RO_SHI_RO_128_PP.create(12));
        double a = 0.7;
        double sigma = 0.02;
        int n = 60_000;
        Dimuon centre = ToyDimuons.sample(1, NONE, 3).get(0);
        double target = centre.mass();
        DimuonSample.Builder pairs = DimuonSample.builder(n);
        for (int i = 0; i < n; i++) {
            double wanted = 1 + sigma * gauss.sample();
            Dimuon moved = centre.withCurvatures(
                    centre.plus().k() / wanted, centre.minus().k() / wanted);
            double relative = sigma * Math.pow(moved.mass() / target, a);
            pairs.add(new Dimuon(moved.plus(), moved.minus(), relative * moved.mass()));
        }
        DimuonSample raw = pairs.build();
        double shift = meanScale(raw, target);
        double cured = meanScale(new DecorrelatedErrors(raw, pair -> target, pair -> a).block(0, n), target);
        double error = sigma / Math.sqrt(n);
        // the muon mass and second orders change the shift by some per cent; 3.3 sigma are common to both
        assertEquals(-2 * a * sigma * sigma, shift - cured, 0.1 * 2 * a * sigma * sigma);
        assertEquals(0, cured, 3.3 * error);
    }

    private static double meanScale(DimuonSample pairs, double target) {
        double[] ratios = new double[pairs.size()];
        double[] sigmas = new double[pairs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = pairs.get(i).mass() / target;
            sigmas[i] = pairs.get(i).relativeMassSigma();
        }
        return RobustLocation.of(ratios, sigmas, LeastSquares.INSTANCE).value() - 1;
    }

    @Test
    void thinStripsAreMerged() {
        RadiationTemplate.Builder builder = RadiationTemplate.builder(JPSI, EtaBinning.of(0, 1, 2, 3), 3);
        for (double y : new double[] {0.5, -0.5, 1.5, -1.5, 1.5, 2.5}) {
            builder.add(y, JPSI);
        }
        RadiationTemplate template = builder.add(0.4, 1.0).build();
        assertEquals(2, template.stripCount());
        assertEquals(7, template.pairs());
        assertEquals(1.0 / 3, template.shareBelow(0, -0.1), 1e-12, "far below the range");
        assertEquals(0, template.shareBelow(1, -0.1), 1e-12);
        assertEquals(JPSI, template.referenceMass());
    }

    @Test
    void badRequestsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> RadiationTemplate.none(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> RadiationTemplate.builder(JPSI).build());
        assertThrows(IllegalArgumentException.class, () -> RadiationTemplate.builder(JPSI, EtaBinning.NONE, 3));
        assertThrows(IllegalArgumentException.class, () -> new Options(TukeyBiweight.STANDARD, -1, 1));
        DimuonSample one = ToyDimuons.sample(1, NONE, 3);
        TemplateTarget target = TemplateTarget.of(RadiationTemplate.none(JPSI));
        assertThrows(IllegalArgumentException.class, () -> AdjustedTarget.of(target, one, Options.STANDARD));
    }
}
