package org.sagitta.validation.pipeline;

/** A pair of which one leg could not be fitted or was measured outside the acceptance; the reason is for counting. */
record LostPair(String reason) implements PairOutcome {
    /** The fit of a leg has the other charge. */
    static final String WRONG_CHARGE = "WRONG_CHARGE";

    /** The curvature of a leg is known to worse than a third of itself, so that neither charge nor pT mean much. */
    static final String UNCERTAIN_CURVATURE = "UNCERTAIN_CURVATURE";

    /** A measured leg is outside the acceptance; expected, since generation reaches a little further. */
    static final String OUTSIDE_ACCEPTANCE = "OUTSIDE_ACCEPTANCE";
}
