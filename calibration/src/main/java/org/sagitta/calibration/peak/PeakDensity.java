package org.sagitta.calibration.peak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The density of a {@link PeakModel} at one parameter vector, p(m | legs) = F S + (1 - F) B, and its derivatives with
 * respect to all parameters. Holds scratch space: one instance per thread.
 */
final class PeakDensity {
    private final PeakModel model;
    private final ParameterLayout layout;
    private final List<RadiativeLine> lines;
    private final double[] parameters;
    private final double[] lineShares;
    private final ResolutionShape resolution;
    private final double resolutionFactor;
    private final List<BackgroundShape> backgrounds = new ArrayList<>();
    private final double[] core = new double[3];
    private final double[] wide = new double[3];

    PeakDensity(PeakModel model, List<RadiativeLine> lines, double[] parameters) {
        this.model = model;
        this.layout = new ParameterLayout(model);
        this.lines = lines;
        this.parameters = parameters.clone();
        this.lineShares = shares(parameters, layout.lines, model.lineMasses().size());
        this.resolution = resolution(model, parameters);
        this.resolutionFactor = model.knownResolution().isPresent() ? Math.exp(parameters[layout.resolution]) : 1;
        for (int c = 0; c < model.bins().size(); c++) {
            int at = layout.signalFraction(c) + 1;
            backgrounds.add(new BackgroundShape(model.window(), parameters, at, model.backgroundOrder()));
        }
    }

    static List<RadiativeLine> linesOf(PeakModel model) {
        return model.lineMasses().stream()
                .map(mass -> new RadiativeLine(mass, model.window()))
                .toList();
    }

    /** The resolution shape without the common factor of a known shape. */
    static ResolutionShape resolution(PeakModel model, double[] parameters) {
        if (model.knownResolution().isPresent()) {
            return model.knownResolution().get();
        }
        ParameterLayout layout = new ParameterLayout(model);
        List<Double> perBin = new ArrayList<>();
        for (int b = 0; b < model.bins().size(); b++) {
            perBin.add(Math.exp(parameters[layout.resolution + b]));
        }
        double tail = ParameterLayout.logistic(parameters[layout.tail()]);
        return new ResolutionShape(perBin, Math.exp(parameters[layout.perGev()]), tail);
    }

    /** Shares of the lines from their logarithmic ratios to the first. */
    static double[] shares(double[] parameters, int from, int count) {
        double[] shares = new double[count];
        double sum = 0;
        for (int l = 0; l < count; l++) {
            shares[l] = l == 0 ? 1 : Math.exp(parameters[from + l - 1]);
            sum += shares[l];
        }
        for (int l = 0; l < count; l++) {
            shares[l] /= sum;
        }
        return shares;
    }

    /** Density at the pair's mass [1/GeV] and, in {@code score}, the derivatives of its logarithm. */
    double evaluate(PeakPair pair, double[] score) {
        Arrays.fill(score, 0);
        double position = model.scale().logScale(pair, parameters);
        double sigma = sigma(pair);
        double f = resolution.tailFraction();
        double signal = 0;
        double dPosition = 0;
        double dSigma = 0;
        double dTail = 0;
        for (int l = 0; l < lines.size(); l++) {
            double m0 = model.lineMasses().get(l) * Math.exp(position);
            lines.get(l).evaluateBoth(pair.mass(), m0, sigma, core, wide);
            double share = lineShares[l];
            double value = mixed(RadiativeLine.VALUE, f);
            signal += share * value;
            dPosition += share * mixed(RadiativeLine.D_LN_MASS, f);
            dSigma += share * mixed(RadiativeLine.D_LN_SIGMA, f);
            dTail += share * (wide[RadiativeLine.VALUE] - core[RadiativeLine.VALUE]);
            if (l > 0) {
                score[layout.lines + l - 1] = share * value;
            }
        }
        int category = model.category(pair);
        int at = layout.signalFraction(category);
        double fraction = ParameterLayout.logistic(parameters[at]);
        double background = backgrounds.get(category).density(pair.mass());
        double density = fraction * signal + (1 - fraction) * background;
        double signalWeight = fraction / density;
        for (int l = 1; l < lines.size(); l++) {
            int index = layout.lines + l - 1;
            score[index] = signalWeight * (score[index] - lineShares[l] * signal);
        }
        model.scale().addScore(pair, parameters, signalWeight * dPosition, score);
        resolutionScore(pair, signalWeight * dSigma, signalWeight * dTail, score);
        score[at] = fraction * (1 - fraction) * (signal - background) / density;
        for (int k = 0; k < model.backgroundOrder(); k++) {
            score[at + 1 + k] = (1 - fraction)
                    * background
                    / density
                    * backgrounds.get(category).dLog(k, pair.mass());
        }
        return density;
    }

    /** Relative mass resolution of the pair, common factor included. */
    double sigma(PeakPair pair) {
        return resolutionFactor * resolution.sigma(pair, model.bins());
    }

    /** Probability that a pair of this mass is signal. */
    double signalShare(PeakPair pair) {
        int category = model.category(pair);
        double fraction = ParameterLayout.logistic(parameters[layout.signalFraction(category)]);
        double background = (1 - fraction) * backgrounds.get(category).density(pair.mass());
        return 1 - background / evaluate(pair, new double[layout.size]);
    }

    private double mixed(int what, double tailFraction) {
        return (1 - tailFraction) * core[what] + tailFraction * wide[what];
    }

    /** Chain rule through sigma^2 = sum of (weight s)^2 + (weight c pT)^2, or through the common factor. */
    private void resolutionScore(PeakPair pair, double dSigma, double dTail, double[] score) {
        if (model.knownResolution().isPresent()) {
            score[layout.resolution] = dSigma;
            return;
        }
        double sigma = resolution.sigma(pair, model.bins());
        addLeg(pair.first(), dSigma / (sigma * sigma), score);
        addLeg(pair.second(), dSigma / (sigma * sigma), score);
        double f = resolution.tailFraction();
        score[layout.tail()] = dTail * f * (1 - f);
    }

    private void addLeg(PeakLeg leg, double factor, double[] score) {
        double s = leg.weight() * resolution.perBin().get(bin(leg));
        double c = leg.weight() * resolution.perGev() * leg.pt();
        score[layout.resolution + bin(leg)] += factor * s * s;
        score[layout.perGev()] += factor * c * c;
    }

    private int bin(PeakLeg leg) {
        return model.bins().indexOf(leg.absEta());
    }

    /** Probability that a pair of this category is background and has a mass between two values inside the window. */
    double backgroundProbability(int category, double from, double to) {
        double fraction = ParameterLayout.logistic(parameters[layout.signalFraction(category)]);
        return (1 - fraction) * backgrounds.get(category).probability(from, to);
    }

    /** Probability that a pair with these legs is signal and has a mass between two values inside the window. */
    double signalProbability(PeakPair pair, double from, double to) {
        double position = model.scale().logScale(pair, parameters);
        double sigma = sigma(pair);
        double f = resolution.tailFraction();
        double signal = 0;
        for (int l = 0; l < lines.size(); l++) {
            double m0 = model.lineMasses().get(l) * Math.exp(position);
            double narrow = lines.get(l).probability(from, to, m0, sigma);
            double broad = lines.get(l).probability(from, to, m0, ResolutionShape.TAIL_WIDTH_RATIO * sigma);
            signal += lineShares[l] * ((1 - f) * narrow + f * broad);
        }
        int at = layout.signalFraction(model.category(pair));
        return ParameterLayout.logistic(parameters[at]) * signal;
    }
}
