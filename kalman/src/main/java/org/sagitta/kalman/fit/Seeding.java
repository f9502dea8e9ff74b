package org.sagitta.kalman.fit;

/** A first estimate of the track, or the reason why there is none. */
public sealed interface Seeding permits Seed, FitFailure {}
