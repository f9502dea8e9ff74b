package org.sagitta.kalman.fit;

import java.util.List;
import org.sagitta.kalman.state.PerigeeState;

/**
 * A fitted track.
 *
 * @param perigee parameters and covariance at the closest approach to the beam line
 * @param chi2 sum of the squared normalised residuals of the linear filter
 * @param ndof measured coordinates that were used, minus five
 * @param iterations how often the track was linearised
 * @param reference the last linearisation, which the {@link Smoother} needs
 * @param filtered the estimates of the last filter pass, from the beam outwards, one per hit that was used: of a curling
 *     track the last hits, from where it turns back, may be left out
 */
public record FittedTrack(
        PerigeeState perigee,
        double chi2,
        int ndof,
        int iterations,
        ReferenceTrajectory reference,
        List<Filtered> filtered)
        implements FitResult {}
