package org.sagitta.validation.pipeline;

/** A pair of which one leg could not be fitted; the reason is a word for counting. */
record LostPair(String reason) implements PairOutcome {
    /** The fit of a leg has the other charge. */
    static final String WRONG_CHARGE = "WRONG_CHARGE";
}
