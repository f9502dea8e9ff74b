package org.sagitta.calibration.peak;

/** Outcome of a peak fit: a fit that converged, or the reason why there is none. */
public sealed interface PeakFitResult permits PeakFit, PeakFitFailure {}
