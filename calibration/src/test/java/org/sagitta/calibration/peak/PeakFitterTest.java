package org.sagitta.calibration.peak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.EtaBinning;

@Execution(ExecutionMode.CONCURRENT)
class PeakFitterTest {
    private static final MassWindow WINDOW = new MassWindow(2.85, 3.35);
    private static final EtaBinning TWO = EtaBinning.of(0, 1.2, 2.4);
    private static final ResolutionShape RESOLUTION = new ResolutionShape(List.of(0.008, 0.014), 4e-4, 0.05);
    private static final PeakModel JPSI =
            new PeakModel(WINDOW, List.of(3.0969), TWO, ScaleModel.curvature(), Optional.empty(), 1);
    private static final PeakModel UPSILONS = new PeakModel(
            new MassWindow(8.6, 11.2),
            List.of(9.4604, 10.0234, 10.3551),
            TWO,
            ScaleModel.massOffset(),
            Optional.of(RESOLUTION),
            2);

    private static final int TOYS = 200;

    /** Four standard deviations of a mean and of a width of 200 unit pulls; false alarm 6e-5 each. */
    private static final double MEAN_LIMIT = 4 / Math.sqrt(TOYS);

    private static final double WIDTH_LIMIT = 4 / Math.sqrt(2.0 * TOYS);

    /** Derivatives of ln p against central differences: truncation of order step^2. */
    private static final double SCORE_TOLERANCE = 1e-5;

    private static PeakFit fitted(PeakModel model, List<PeakPair> pairs) {
        return fitted(new PeakFitter(model), pairs);
    }

    private static PeakFit fitted(PeakFitter fitter, List<PeakPair> pairs) {
        PeakFitResult result = fitter.fit(pairs);
        return assertInstanceOf(PeakFit.class, result, () -> String.valueOf(result));
    }

    static List<ScaleModel> scales() {
        return List.of(
                ScaleModel.massOffset(),
                ScaleModel.curvature(),
                ScaleModel.curvatureInBins(TWO),
                ScaleModel.curvatureInBins(TWO).withLoss(),
                ScaleModel.curvatureWithEtaSquared().withLossInBins(TWO).withMisalignment());
    }

    @ParameterizedTest
    @MethodSource("scales")
    void scoresAgreeWithDifferences(ScaleModel scale) {
        checkScores(JPSI.withScale(scale), List.of(2.9, 3.05, 3.1, 3.2));
        checkScores(UPSILONS.withScale(scale), List.of(9.3, 9.9, 10.4, 11.0));
    }

    private static void checkScores(PeakModel model, List<Double> masses) {
        double[] parameters = new ParameterLayout(model).start();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += 0.001 * (i + 1);
        }
        List<RadiativeLine> lines = PeakDensity.linesOf(model);
        PeakLeg first = new PeakLeg(0.7, 9, Charge.POSITIVE, 0.497);
        PeakLeg second = new PeakLeg(-1.5, 5, Charge.NEGATIVE, 0.496);
        for (double mass : masses) {
            PeakPair pair = new PeakPair(mass, first, second);
            double[] score = new double[parameters.length];
            new PeakDensity(model, lines, parameters).evaluate(pair, score);
            for (int i = 0; i < parameters.length; i++) {
                double h = 1e-6;
                double difference = (logDensity(model, lines, parameters, pair, i, h)
                                - logDensity(model, lines, parameters, pair, i, -h))
                        / (2 * h);
                // a scale moves the logarithm by mass over resolution, some hundred times more than the others
                double size = i < new ParameterLayout(model).scales ? 100 : 1;
                assertEquals(difference, score[i], SCORE_TOLERANCE * size, "parameter " + i + " at " + mass);
            }
        }
    }

    private static double logDensity(
            PeakModel model, List<RadiativeLine> lines, double[] parameters, PeakPair pair, int index, double by) {
        double[] shifted = parameters.clone();
        shifted[index] += by;
        return Math.log(new PeakDensity(model, lines, shifted).evaluate(pair, new double[shifted.length]));
    }

    @Test
    void pullsOfTheInclusiveScale() {
        double a = -7e-4;
        SummaryStatistics pulls = new SummaryStatistics();
        PeakFitter fitter = new PeakFitter(JPSI);
        for (int toy = 0; toy < TOYS; toy++) {
            List<PeakPair> pairs =
                    new ToyPairs(1000 + toy, JPSI, RESOLUTION, 0.85, new double[] {1}, leg -> 1 + a, 0).draw(1500);
            PeakFit fit = fitted(fitter, pairs);
            pulls.addValue((fit.scale(0) - a) / fit.scaleError(0));
        }
        assertEquals(0, pulls.getMean(), MEAN_LIMIT);
        assertEquals(1, pulls.getStandardDeviation(), WIDTH_LIMIT);
    }

    @Test
    void pullsOfTheScalesInBins() {
        double[] a = {1e-3, -2e-3};
        ToDoubleFunction<PeakLeg> binned = leg -> 1 + a[TWO.indexOf(leg.absEta())];
        PeakModel model = JPSI.withScale(ScaleModel.curvatureInBins(TWO));
        List<SummaryStatistics> pulls = List.of(new SummaryStatistics(), new SummaryStatistics());
        SummaryStatistics sum = new SummaryStatistics();
        PeakFitter fitter = new PeakFitter(model);
        for (int toy = 0; toy < TOYS; toy++) {
            List<PeakPair> pairs =
                    new ToyPairs(5000 + toy, model, RESOLUTION, 0.85, new double[] {1}, binned, 0).draw(1500);
            PeakFit fit = fitted(fitter, pairs);
            for (int b = 0; b < 2; b++) {
                pulls.get(b).addValue((fit.scale(b) - a[b]) / fit.scaleError(b));
            }
            double variance = fit.scaleCovariance(0, 0) + 2 * fit.scaleCovariance(0, 1) + fit.scaleCovariance(1, 1);
            sum.addValue((fit.scale(0) + fit.scale(1) - a[0] - a[1]) / Math.sqrt(variance));
        }
        for (SummaryStatistics p : List.of(pulls.get(0), pulls.get(1), sum)) {
            assertEquals(0, p.getMean(), MEAN_LIMIT);
            assertEquals(1, p.getStandardDeviation(), WIDTH_LIMIT);
        }
    }

    /** Five parameters at once: A1, A2, e in two bins, M0. */
    @Test
    void pullsOfFieldLossAndMisalignment() {
        double[] truth = {-1e-3, 3e-4, 4e-3, -3e-3, 1e-4};
        ScaleModel scale =
                ScaleModel.curvatureWithEtaSquared().withLossInBins(TWO).withMisalignment();
        ToDoubleFunction<PeakLeg> ratio = leg -> 1
                + truth[0]
                + truth[1] * leg.eta() * leg.eta()
                - (leg.absEta() < 1.2 ? truth[2] : truth[3]) / leg.pt()
                + leg.charge().sign() * truth[4] * leg.pt();
        PeakFitter fitter = new PeakFitter(JPSI.withScale(scale));
        List<SummaryStatistics> pulls = new ArrayList<>();
        addEmpty(pulls, truth.length);
        int toys = 80;
        for (int toy = 0; toy < toys; toy++) {
            List<PeakPair> pairs =
                    new ToyPairs(7000 + toy, JPSI, RESOLUTION, 0.85, new double[] {1}, ratio, 0).draw(1500);
            PeakFit fit = fitted(fitter, pairs);
            for (int i = 0; i < truth.length; i++) {
                pulls.get(i).addValue((fit.scale(i) - truth[i]) / fit.scaleError(i));
            }
        }
        for (int i = 0; i < truth.length; i++) {
            String name = scale.names().get(i);
            assertEquals(0, pulls.get(i).getMean(), 4 / Math.sqrt(toys), name);
            assertEquals(1, pulls.get(i).getStandardDeviation(), 4 / Math.sqrt(2.0 * toys), name);
        }
    }

    private static void addEmpty(List<SummaryStatistics> pulls, int count) {
        for (int i = 0; i < count; i++) {
            pulls.add(new SummaryStatistics());
        }
    }

    @Test
    void pullsOfACommonOffsetOfThreeLines() {
        double offset = -1e-3;
        double[] shares = {0.6, 0.25, 0.15};
        SummaryStatistics pulls = new SummaryStatistics();
        PeakFitter fitter = new PeakFitter(UPSILONS);
        for (int toy = 0; toy < TOYS; toy++) {
            List<PeakPair> pairs =
                    new ToyPairs(9000 + toy, UPSILONS, RESOLUTION, 0.35, shares, leg -> 1, offset).draw(1500);
            PeakFit fit = fitted(fitter, pairs);
            pulls.addValue((fit.scale(0) - offset) / fit.scaleError(0));
        }
        assertEquals(0, pulls.getMean(), MEAN_LIMIT);
        assertEquals(1, pulls.getStandardDeviation(), WIDTH_LIMIT);
    }

    @Test
    void recoversEverythingElse() {
        List<PeakPair> pairs = new ToyPairs(3, JPSI, RESOLUTION, 0.85, new double[] {1}).draw(20_000);
        PeakFit fit = fitted(JPSI, pairs);
        assertTrue(fit.quality().distance() < 1e-6);
        assertEquals(20_000, fit.quality().pairs());
        ParameterLayout layout = new ParameterLayout(JPSI);
        for (int b = 0; b < 2; b++) {
            double pull = Math.log(fit.resolution().perBin().get(b)
                            / RESOLUTION.perBin().get(b))
                    / fit.error(layout.resolution + b);
            assertEquals(0, pull, 4, "resolution of bin " + b);
            assertEquals(0.85, fit.signalFraction(b), 0.02);
        }
        PeakProjection projection = PeakProjection.of(fit, pairs, 50);
        assertEquals(20_000, projection.expected().stream().mapToDouble(x -> x).sum(), 1e-3);
        assertEquals(20_000, projection.observed().stream().mapToDouble(x -> x).sum(), 0);
        assertTrue(projection.probabilityAtMost() > 1e-4, () -> "chi2 " + projection.chi2());
        assertTrue(projection.probabilityAtMost() >= projection.probabilityAtLeast());
    }

    @Test
    void seesAShapeThatIsWrong() {
        // a flat spectrum with a hole cannot be described by the model
        List<PeakPair> pairs = new ArrayList<>(new ToyPairs(4, JPSI, RESOLUTION, 0.5, new double[] {1}).draw(20_000));
        pairs.removeIf(pair -> pair.mass() > 3.2 && pair.mass() < 3.22);
        PeakFit fit = fitted(JPSI, pairs);
        assertTrue(PeakProjection.of(fit, pairs, 50).probabilityAtMost() < 1e-4);
    }

    @Test
    void knownResolutionIsScaledByAFactor() {
        List<PeakPair> pairs = new ToyPairs(5, UPSILONS, RESOLUTION, 0.35, new double[] {0.6, 0.25, 0.15}).draw(20_000);
        PeakFit fit = fitted(UPSILONS, pairs);
        double factor = fit.resolutionFactor().orElseThrow();
        assertEquals(1, factor, 4 * fit.error(new ParameterLayout(UPSILONS).resolution));
        assertEquals(factor * 0.008, fit.resolution().perBin().get(0), 1e-12);
        assertEquals(1, fit.lineShares().stream().mapToDouble(x -> x).sum(), 1e-12);
        assertEquals(0.6, fit.lineShares().get(0), 0.03);
    }

    @Test
    void tooFewPairsAreAFailureThatNamesTheBin() {
        List<PeakPair> pairs = new ToyPairs(6, JPSI, RESOLUTION, 0.85, new double[] {1}).draw(60);
        PeakFitFailure failure = assertInstanceOf(PeakFitFailure.class, new PeakFitter(JPSI).fit(pairs));
        assertEquals(PeakFitFailure.Reason.TOO_FEW_PAIRS, failure.reason());
        assertTrue(failure.detail().contains("|eta| in 0.00 to 1.20"), failure.detail());
    }

    @Test
    void identicalPairsHaveNoFit() {
        PeakLeg inner = new PeakLeg(0.5, 8, Charge.POSITIVE, 0.497);
        PeakLeg outer = new PeakLeg(1.5, 8, Charge.NEGATIVE, 0.497);
        List<PeakPair> pairs = new ArrayList<>();
        for (int n = 0; n < 100; n++) {
            pairs.add(new PeakPair(3.1, inner, inner));
            pairs.add(new PeakPair(3.1, outer, outer));
        }
        assertInstanceOf(PeakFitFailure.class, new PeakFitter(JPSI).fit(pairs));
    }
}
