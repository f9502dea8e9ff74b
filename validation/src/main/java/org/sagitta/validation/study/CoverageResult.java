package org.sagitta.validation.study;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the errors of a calibration cover.
 *
 * @param experiments that converged; those that did not are in {@code failed}
 * @param parameters one entry for each parameter
 * @param scales one entry for each figure that follows from them
 * @param distance of all parameters from the truth
 */
public record CoverageResult(
        int experiments, int failed, List<PullSummary> parameters, List<PullSummary> scales, Distance distance) {
    /** Largest distance of the width of the pulls from 1 that passes. */
    public static final double WIDTH_LIMIT = 0.05;

    /** Largest mean of the pulls that passes. */
    public static final double MEAN_LIMIT = 0.1;

    private static final double SIGMAS = 3;

    public CoverageResult {
        parameters = List.copyOf(parameters);
        scales = List.copyOf(scales);
    }

    /**
     * chi^2 = d C^-1 d of the deviation of all parameters from the truth.
     *
     * @param parameters expected mean of chi^2
     * @param mean of chi^2
     * @param meanError its standard deviation
     * @param probabilityDeciles experiments with a chi^2 probability in 0 to 0.1, 0.1 to 0.2, ...: equal, but for chance
     * @param uniformity probability of a larger Kolmogorov-Smirnov distance from the uniform distribution
     */
    public record Distance(
            int parameters, double mean, double meanError, List<Integer> probabilityDeciles, double uniformity) {
        public Distance {
            probabilityDeciles = List.copyOf(probabilityDeciles);
        }
    }

    /** Pulls whose width or mean is beyond its limit as it stands. */
    public List<PullSummary> beyond() {
        return outside(0);
    }

    /**
     * Pulls whose width or mean is beyond its limit by more than three times the error that it has when all cover exactly,
     * so that of some eighty figures hardly ever one is named: by chance in one run of 20 with 20 experiments, never with
     * 1000. The error that a pull has by its own scatter would not do: a width that is small by chance claims a small one.
     */
    public List<PullSummary> excesses() {
        return outside(SIGMAS);
    }

    private List<PullSummary> outside(double sigmas) {
        double widthLimit = WIDTH_LIMIT + sigmas / Math.sqrt(2.0 * (experiments - 1));
        double meanLimit = MEAN_LIMIT + sigmas / Math.sqrt(experiments);
        return Stream.concat(parameters.stream(), scales.stream())
                .filter(p -> !(Math.abs(p.width() - 1) <= widthLimit) || !(Math.abs(p.mean()) <= meanLimit))
                .toList();
    }
}
