package org.sagitta.validation.pipeline;

import java.util.Optional;

/** An accepted pair, its corrected curvatures and its reconstruction in the ideal world. Immutable. */
final class PseudoEvent {
    private final FittedPair pair;
    private final double[] plus;
    private final double[] minus;
    private final Optional<FittedPair> ideal;

    /**
     * @param plus corrected curvatures of the positive muon, see {@link VariedCurvatures}; not changed afterwards
     * @param minus the same of the negative muon
     * @param ideal empty if it is not wanted, or the pair is not accepted there
     */
    PseudoEvent(FittedPair pair, double[] plus, double[] minus, Optional<FittedPair> ideal) {
        this.pair = pair;
        this.plus = plus;
        this.minus = minus;
        this.ideal = ideal;
    }

    FittedPair pair() {
        return pair;
    }

    /** Corrected curvature i of the positive muon. */
    double plus(int i) {
        return plus[i];
    }

    /** Corrected curvature i of the negative muon. */
    double minus(int i) {
        return minus[i];
    }

    Optional<FittedPair> ideal() {
        return ideal;
    }
}
