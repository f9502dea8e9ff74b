package org.sagitta.validation.study;

import java.util.List;

/**
 * What moves a mass target.
 *
 * @param rows one per effect
 * @param ideal mass scale of the second half of the ideal world with all corrections; truth is 0
 * @param idealAdjusted the same with the target adjusted to the first half, for the selection
 * @param error statistical error of {@code ideal}
 * @param pairs of the ideal world
 */
public record TargetResult(List<TargetRow> rows, double ideal, double idealAdjusted, double error, int pairs) {

    /** Keeps a copy. */
    public TargetResult {
        rows = List.copyOf(rows);
    }
}
