package org.sagitta.kalman.fit;

/** What comes out of an attempt to linearise a track: a reference, or the reason why there is none. */
public sealed interface Linearisation permits ReferenceTrajectory, FitFailure {}
