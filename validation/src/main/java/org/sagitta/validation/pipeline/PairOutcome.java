package org.sagitta.validation.pipeline;

/** What becomes of one generated pair. */
sealed interface PairOutcome permits FittedPair, LostPair {}
