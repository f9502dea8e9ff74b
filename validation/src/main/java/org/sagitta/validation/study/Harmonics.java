package org.sagitta.validation.study;

import java.util.List;

/**
 * A quantity as a function of the azimuth: c0 + c1 cos(phi) + s1 sin(phi) + c2 cos(2 phi) + s2 sin(2 phi).
 *
 * @param values c0, c1, s1, c2, s2
 * @param errors from the scatter of the tracks about the function
 */
public record Harmonics(List<Double> values, List<Double> errors) {
    /** The terms, in their order, as in the names of columns. */
    public static final List<String> TERMS = List.of("const", "cos1", "sin1", "cos2", "sin2");

    public Harmonics {
        values = List.copyOf(values);
        errors = List.copyOf(errors);
        if (values.size() != TERMS.size() || errors.size() != TERMS.size()) {
            throw new IllegalArgumentException(
                    values.size() + " values and " + errors.size() + " errors for " + TERMS.size() + " harmonics");
        }
    }

    /** Size of the terms except the constant one: sqrt of the sum of their squares. */
    public double rotating() {
        return Math.sqrt(values.stream().skip(1).mapToDouble(v -> v * v).sum());
    }
}
