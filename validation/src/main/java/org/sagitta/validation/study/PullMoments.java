package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Means and widths of the pulls of the five parameters, and how many lie far out. */
final class PullMoments {
    static final List<String> NAMES = List.of("d0", "z0", "phi", "theta", "qoverp");
    static final int SIZE = 5;

    private static final double FAR = 5;

    private final Moments[] moments = new Moments[SIZE];
    private final long[] beyondFive = new long[SIZE];

    PullMoments() {
        Arrays.setAll(moments, i -> new Moments());
    }

    void add(double[] pulls) {
        for (int i = 0; i < SIZE; i++) {
            moments[i].add(pulls[i]);
            beyondFive[i] += Math.abs(pulls[i]) > FAR ? 1 : 0;
        }
    }

    void merge(PullMoments other) {
        for (int i = 0; i < SIZE; i++) {
            moments[i].merge(other.moments[i]);
            beyondFive[i] += other.beyondFive[i];
        }
    }

    long count() {
        return moments[0].count();
    }

    List<PullStatistic> statistics() {
        List<PullStatistic> statistics = new ArrayList<>(SIZE);
        for (int i = 0; i < SIZE; i++) {
            double width = Math.sqrt(moments[i].variance());
            statistics.add(new PullStatistic(
                    NAMES.get(i),
                    moments[i].mean(),
                    Math.sqrt(moments[i].varianceOfMean()),
                    width,
                    width / Math.sqrt(2.0 * (count() - 1)),
                    beyondFive[i]));
        }
        return statistics;
    }
}
