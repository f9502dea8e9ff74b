package org.sagitta.validation.study;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Where a sample of numbers lies and how wide it is, without regard to its tails.
 *
 * @param medianError of the median, taking the core for Gaussian: sqrt(pi/2) half width / sqrt(n)
 * @param halfWidth half of the distance between the 16 % and the 84 % quantile (exactly 0.1587 and 0.8413), the standard
 *     deviation of a Gaussian
 */
public record Spread(double median, double medianError, double halfWidth) {
    /** Probability below minus one standard deviation of a Gaussian. */
    private static final double BELOW_ONE_SIGMA = 0.15865525393145707;

    private static final double MEDIAN_OVER_MEAN = Math.sqrt(Math.PI / 2);

    /** The spread of the numbers, all NaN if there are none. */
    public static Spread of(double[] values) {
        if (values.length == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double halfWidth = 0.5 * (quantile(sorted, 1 - BELOW_ONE_SIGMA) - quantile(sorted, BELOW_ONE_SIGMA));
        return new Spread(quantile(sorted, 0.5), MEDIAN_OVER_MEAN * halfWidth / Math.sqrt(sorted.length), halfWidth);
    }

    /** The spread of a value over those of the items that have it. */
    static <T> Spread over(List<T> items, Function<T, OptionalDouble> value) {
        return of(items.stream()
                .map(value)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray());
    }

    /** Linear between the order statistics, the smallest at 0 and the largest at 1. */
    static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
