package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter;
import org.sagitta.calibration.model.Covariance;

/** Collects the results of pseudo-experiments, one after the other. */
public final class CoverageAccumulator {
    private static final int DECILES = 10;

    private final AemModel model;
    private final List<ScaleGradient> gradients;
    private final List<Pulls> parameters = new ArrayList<>();
    private final List<Pulls> scales = new ArrayList<>();
    private final Moments chi2 = new Moments();
    private final List<Double> probabilities = new ArrayList<>();
    private int failed;

    /** @param gradients the figures that follow from the parameters */
    public CoverageAccumulator(AemModel model, List<ScaleGradient> gradients) {
        this.model = model;
        this.gradients = List.copyOf(gradients);
        model.parameters().forEach(p -> parameters.add(new Pulls()));
        gradients.forEach(g -> scales.add(new Pulls()));
    }

    /** Adds an experiment whose fit did not settle. */
    public void addFailure() {
        failed++;
    }

    /** Adds what a calibration found where this was the truth. */
    public void add(AemCorrection truth, AemCorrection found) {
        Covariance covariance = found.covariance();
        double[] deviation = found.values();
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] -= truth.value(i);
            parameters.get(i).add(deviation[i], covariance.sigma(i));
        }
        for (int i = 0; i < scales.size(); i++) {
            ScaleGradient gradient = gradients.get(i);
            scales.get(i).add(gradient.dot(deviation), Math.sqrt(covariance.variance(gradient.toArray())));
        }
        double distance = covariance.chi2(deviation);
        chi2.add(distance);
        probabilities.add(1 - new ChiSquaredDistribution(model.size()).cumulativeProbability(distance));
    }

    /** Number of experiments so far. */
    public int experiments() {
        return probabilities.size() + failed;
    }

    /** The pulls of all experiments. */
    public CoverageResult result() {
        List<PullSummary> ofParameters = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            AemParameter parameter = model.parameters().get(i);
            ofParameters.add(
                    parameters.get(i).summary(parameter.name(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
        List<PullSummary> ofScales = new ArrayList<>();
        for (int i = 0; i < scales.size(); i++) {
            ScaleGradient g = gradients.get(i);
            ofScales.add(scales.get(i).summary(g.name(), g.low(), g.high()));
        }
        return new CoverageResult(probabilities.size(), failed, ofParameters, ofScales, distance());
    }

    private CoverageResult.Distance distance() {
        List<Integer> deciles = new ArrayList<>(Collections.nCopies(DECILES, 0));
        for (double p : probabilities) {
            int decile = Math.min(DECILES - 1, (int) (DECILES * p));
            deciles.set(decile, deciles.get(decile) + 1);
        }
        double[] sorted =
                probabilities.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        // Of fewer than two numbers no distribution can be tested.
        double uniformity = sorted.length < 2
                ? Double.NaN
                : new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new UniformRealDistribution(), sorted);
        return new CoverageResult.Distance(
                model.size(), chi2.mean(), Math.sqrt(chi2.varianceOfMean()), deciles, uniformity);
    }

    /** The pulls of one figure. */
    private static final class Pulls {
        private final Moments pulls = new Moments();
        private final Moments sigmas = new Moments();
        private long within;

        void add(double deviation, double sigma) {
            double pull = deviation / sigma;
            pulls.add(pull);
            sigmas.add(sigma);
            within += Math.abs(pull) < 1 ? 1 : 0;
        }

        PullSummary summary(String name, double low, double high) {
            double width = Math.sqrt(pulls.variance());
            return new PullSummary(
                    name,
                    low,
                    high,
                    sigmas.mean(),
                    pulls.mean(),
                    Math.sqrt(pulls.varianceOfMean()),
                    width,
                    width / Math.sqrt(2.0 * (pulls.count() - 1)),
                    (double) within / pulls.count());
        }
    }
}
