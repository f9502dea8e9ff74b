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
     * Pulls whose width or mean is beyond its limit by more than three times its statistical error, so that of some eighty
     * figures that cover exactly hardly ever one is named.
     */
    public List<PullSummary> excesses() {
        return outside(SIGMAS);
    }

    private List<PullSummary> outside(double sigmas) {
        return Stream.concat(parameters.stream(), scales.stream())
                .filter(p -> !(Math.abs(p.width() - 1) <= WIDTH_LIMIT + sigmas * p.widthError())
                        || !(Math.abs(p.mean()) <= MEAN_LIMIT + sigmas * p.meanError()))
                .toList();
    }
}
