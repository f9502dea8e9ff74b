package org.sagitta.validation.study;

import org.sagitta.kalman.state.PerigeeState;

/**
 * The fit of recorded hits.
 *
 * @param atListed parameters at the closest approach to the point that CMS lists; d0 and z0 are relative to that point
 * @param chi2 of the track, with {@code ndof} degrees of freedom
 * @param widened number of hits whose error was enlarged because their cluster is too wide
 */
public record RefittedTrack(PerigeeState atListed, double chi2, int ndof, int widened) implements RefitOutcome {
    /** chi2 per degree of freedom; not a number without any. */
    public double chi2PerNdof() {
        return ndof > 0 ? chi2 / ndof : Double.NaN;
    }
}
