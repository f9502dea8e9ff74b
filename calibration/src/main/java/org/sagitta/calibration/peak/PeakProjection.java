package org.sagitta.calibration.peak;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A fit beside the data in bins of the mass: for plots and for the goodness of fit.
 *
 * @param edges bin edges [GeV]
 * @param observed pairs per bin
 * @param expected pairs per bin that the fit expects, summed over the pairs with their own legs
 * @param background the part of {@code expected} that is background
 * @param fittedParameters number of parameters of the fit
 */
public record PeakProjection(
        List<Double> edges,
        List<Double> observed,
        List<Double> expected,
        List<Double> background,
        int fittedParameters) {
    public PeakProjection {
        edges = List.copyOf(edges);
        observed = List.copyOf(observed);
        expected = List.copyOf(expected);
        background = List.copyOf(background);
    }

    /** Projects a fit and the pairs it was made from onto equal bins across the window. */
    public static PeakProjection of(PeakFit fit, List<PeakPair> pairs, int bins) {
        MassWindow window = fit.model().window();
        List<PeakPair> inside =
                pairs.stream().filter(pair -> window.contains(pair.mass())).toList();
        PeakDensity density = new PeakDensity(fit.model(), PeakDensity.linesOf(fit.model()), fit.parameters());
        List<Double> edges = new ArrayList<>();
        for (int b = 0; b <= bins; b++) {
            edges.add(window.low() + window.width() * b / bins);
        }
        List<Double> observed = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        List<Double> background = new ArrayList<>();
        int[] perCategory = new int[fit.model().bins().size()];
        inside.forEach(pair -> perCategory[fit.model().category(pair)]++);
        for (int b = 0; b < bins; b++) {
            double low = edges.get(b);
            double high = edges.get(b + 1);
            observed.add((double) inside.stream()
                    .filter(pair -> pair.mass() >= low && pair.mass() < high)
                    .count());
            double smooth = 0;
            for (int c = 0; c < perCategory.length; c++) {
                smooth += perCategory[c] * density.backgroundProbability(c, low, high);
            }
            background.add(smooth);
            expected.add(smooth
                    + inside.stream()
                            .mapToDouble(pair -> density.signalProbability(pair, low, high))
                            .sum());
        }
        return new PeakProjection(edges, observed, expected, background, fit.parameterCount());
    }

    /** Pearson's chi2, sum of (observed - expected)^2 / expected. */
    public double chi2() {
        double sum = 0;
        for (int b = 0; b < observed.size(); b++) {
            double difference = observed.get(b) - expected.get(b);
            sum += difference * difference / expected.get(b);
        }
        return sum;
    }

    /** Degrees of freedom if every parameter were fitted to these bins: bins - 1 - parameters. */
    public int degreesOfFreedom() {
        return observed.size() - 1 - fittedParameters;
    }

    /**
     * Probability of a larger chi2 with bins - 1 degrees of freedom. The fit did not see the bins, so the truth lies
     * between this and the value for {@link #degreesOfFreedom}; this is the upper end.
     */
    public double probabilityAtMost() {
        return 1 - new ChiSquaredDistribution(observed.size() - 1).cumulativeProbability(chi2());
    }

    /** Probability of a larger chi2 with {@link #degreesOfFreedom}: the lower end. */
    public double probabilityAtLeast() {
        return 1 - new ChiSquaredDistribution(degreesOfFreedom()).cumulativeProbability(chi2());
    }
}
