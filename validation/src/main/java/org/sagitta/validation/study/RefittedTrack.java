package org.sagitta.validation.study;

import org.sagitta.kalman.state.PerigeeState;

/**
 * The fit of recorded hits.
 *
 * @param atListed parameters at the closest approach to the point that CMS lists; d0 and z0 are relative to that point
 * @param chi2 of the track, with {@code ndof} degrees of freedom
 * @param wideClusters number of hits whose cluster is too wide for the track
 */
public record RefittedTrack(PerigeeState atListed, double chi2, int ndof, int wideClusters) implements RefitOutcome {
    /** chi2 per degree of freedom; not a number without any. */
    public double chi2PerNdof() {
        return ndof > 0 ? chi2 / ndof : Double.NaN;
    }
}
