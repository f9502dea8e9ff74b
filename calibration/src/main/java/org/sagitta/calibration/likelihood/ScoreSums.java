package org.sagitta.calibration.likelihood;

import org.sagitta.calibration.fit.InformationSum;
import org.sagitta.calibration.model.SparseVector;

/**
 * What a likelihood says about its parameters at one point: -ln L, its gradient, and the outer products of the scores of
 * the events, which estimate its curvature. Additive over events; one thread at a time.
 */
public final class ScoreSums {
    private final InformationSum information;
    private double negativeLog;

    /** Sums of no event. */
    public ScoreSums(int parameters) {
        information = new InformationSum(parameters);
    }

    /**
     * Adds an event.
     *
     * @param density its probability density
     * @param score the derivatives of the logarithm of its density
     */
    public void add(double density, SparseVector score) {
        negativeLog -= Math.log(density);
        // the gradient of -ln L is minus the score
        information.add(score, -1, 1);
    }

    /** Adds other events; returns this. */
    public ScoreSums merge(ScoreSums other) {
        information.merge(other.information);
        negativeLog += other.negativeLog;
        return this;
    }

    /** -ln L without priors. */
    public double negativeLog() {
        return negativeLog;
    }

    /** A copy of the gradient of -ln L. */
    public double[] gradient() {
        return information.score();
    }

    InformationSum information() {
        return information;
    }

    /** Number of events. */
    public long events() {
        return information.events();
    }
}
