package org.sagitta.calibration.dimuon;

import java.util.Objects;

/**
 * Every n-th pair of a source: a fold for tests on pairs that a fit has not seen.
 *
 * @param all pairs
 * @param first number of the first pair that is taken, from 0 to n - 1
 * @param step n
 */
public record EveryNth(DimuonSource all, int first, int step) implements DimuonSource {

    /** Checks the numbers. */
    public EveryNth {
        if (step < 1 || first < 0 || first >= step) {
            throw new IllegalArgumentException("every " + step + "-th pair from " + first
                    + " on; the step must be at least 1, the first from 0 to below it");
        }
    }

    @Override
    public int size() {
        return (all.size() - first + step - 1) / step;
    }

    @Override
    public DimuonSample block(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        DimuonSample.Builder builder = DimuonSample.builder(to - from);
        if (to > from) {
            int start = first + from * step;
            DimuonSample span = all.block(start, first + (to - 1) * step + 1);
            for (int i = from; i < to; i++) {
                builder.add(span.get((i - from) * step));
            }
        }
        return builder.build();
    }
}
