package org.sagitta.validation.study;

import java.util.Optional;
import org.sagitta.data.io.ig.IgEventName;
import org.sagitta.data.io.ig.IgTrack;

/**
 * A recorded track as CMS lists it and as it was fitted here. Differences are fitted minus listed.
 *
 * @param row of the track in its event, from 0
 */
public record TrackComparison(IgEventName event, int row, IgTrack listed, RefitOutcome outcome) {
    /** chi2 per degree of freedom below which a fit counts as good. */
    public static final double LARGEST_GOOD_CHI2 = 5;

    /** The fit, if there is one. */
    public Optional<RefittedTrack> fitted() {
        return outcome instanceof RefittedTrack track ? Optional.of(track) : Optional.empty();
    }

    /** True if the hits were fitted with chi2/ndof below {@link #LARGEST_GOOD_CHI2}. */
    public boolean isGood() {
        return fitted().map(track -> track.chi2PerNdof() < LARGEST_GOOD_CHI2).orElse(false);
    }
}
