package org.sagitta.calibration.peak;

import java.util.Arrays;
import java.util.List;

/**
 * Where each parameter of a {@link PeakModel} stands in the vector that is fitted. All are unbounded: widths enter as
 * logarithms, fractions as logits. Order: scales; resolution (either ln s per bin, ln c, logit f, or ln of the common
 * factor); logarithmic ratios of the lines to the first; then per category the logit of the signal fraction and the
 * background coefficients.
 */
final class ParameterLayout {
    private static final double START_WIDTH = 0.015;
    private static final double START_PER_GEV = 3e-4;
    private static final double START_TAIL = 0.05;

    /**
     * Weak Gaussian constraints on ln c and logit f around their start values. A sample too small to see the slope or
     * the tail would send these logarithms to minus infinity; ten thousand pairs measure them five times better than
     * this.
     */
    private static final double PER_GEV_CONSTRAINT = 1.0;

    private static final double TAIL_CONSTRAINT = 1.5;

    final int scales;
    final int resolution;
    final int lines;
    final int categories;
    final int perCategory;
    final int size;
    private final PeakModel model;

    ParameterLayout(PeakModel model) {
        this.model = model;
        int bins = model.bins().size();
        scales = model.scale().size();
        resolution = scales;
        lines = resolution + (model.knownResolution().isPresent() ? 1 : bins + 2);
        categories = lines + model.lineMasses().size() - 1;
        perCategory = 1 + model.backgroundOrder();
        size = categories + bins * perCategory;
    }

    int perGev() {
        return resolution + model.bins().size();
    }

    int tail() {
        return perGev() + 1;
    }

    int signalFraction(int category) {
        return categories + category * perCategory;
    }

    double[] start() {
        double[] start = new double[size];
        if (model.knownResolution().isEmpty()) {
            Arrays.fill(start, resolution, perGev(), Math.log(START_WIDTH));
            start[perGev()] = Math.log(START_PER_GEV);
            start[tail()] = Math.log(START_TAIL / (1 - START_TAIL));
        }
        return start;
    }

    /** One Gaussian constraint: a parameter, its central value and its standard deviation. */
    record Constraint(int parameter, double centre, double sigma) {}

    List<Constraint> constraints() {
        if (model.knownResolution().isPresent()) {
            return List.of();
        }
        double[] start = start();
        return List.of(
                new Constraint(perGev(), start[perGev()], PER_GEV_CONSTRAINT),
                new Constraint(tail(), start[tail()], TAIL_CONSTRAINT));
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
