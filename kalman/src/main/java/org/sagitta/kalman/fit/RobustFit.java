package org.sagitta.kalman.fit;

import java.util.List;

/**
 * A fit after its outliers are gone.
 *
 * @param result the fit of the hits that are left
 * @param rejectedHits places of the others in the list of hits, in increasing order; those that a curling track does not
 *     reach are not counted as rejected
 */
public record RobustFit(FitResult result, List<Integer> rejectedHits) {
    public RobustFit {
        rejectedHits = List.copyOf(rejectedHits);
    }
}
