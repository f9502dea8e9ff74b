package org.sagitta.validation.study;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A figure of a calibration that is linear in its parameters: the mass scale of a sample or the curvature scale of a leg.
 *
 * @param name as "Z" or "odd 45 GeV"
 * @param low lower edge in eta; minus infinity for all
 * @param high upper edge in eta
 * @param gradient derivative with respect to the parameters, in the order of the model
 */
public record ScaleGradient(String name, double low, double high, List<Double> gradient) {
    public ScaleGradient {
        gradient = List.copyOf(gradient);
    }

    /** The change of the figure for a change of the parameters. */
    public double dot(double[] change) {
        return IntStream.range(0, change.length)
                .mapToDouble(i -> change[i] * gradient.get(i))
                .sum();
    }

    /** The gradient as numbers. */
    public double[] toArray() {
        return gradient.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
