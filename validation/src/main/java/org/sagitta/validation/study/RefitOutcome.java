package org.sagitta.validation.study;

/** What came of the hits of a recorded track. */
public sealed interface RefitOutcome permits RefittedTrack, RefitFailure {}
