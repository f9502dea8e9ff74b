package org.sagitta.kalman.fit;

/** What a fit gives: a track, or the reason why there is none. */
public sealed interface FitResult permits FittedTrack, FitFailure {}
