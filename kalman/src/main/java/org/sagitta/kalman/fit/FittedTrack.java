package org.sagitta.kalman.fit;

import org.sagitta.kalman.state.PerigeeState;

/**
 * A fitted track.
 *
 * @param perigee parameters and covariance at the closest approach to the beam line
 * @param chi2 sum of the squared normalised residuals of the linear filter
 * @param ndof measured coordinates minus five
 * @param iterations how often the track was linearised
 */
public record FittedTrack(PerigeeState perigee, double chi2, int ndof, int iterations) implements FitResult {}
