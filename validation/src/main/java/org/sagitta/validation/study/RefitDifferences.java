package org.sagitta.validation.study;

import java.util.List;

/** Spreads of fitted minus listed parameters, in the units of {@link RefitQuantity}. */
public record RefitDifferences(Spread pt, Spread eta, Spread phi, Spread d0, Spread z0) {

    static RefitDifferences of(List<TrackComparison> tracks) {
        return new RefitDifferences(
                spread(RefitQuantity.PT, tracks),
                spread(RefitQuantity.ETA, tracks),
                spread(RefitQuantity.PHI, tracks),
                spread(RefitQuantity.D0, tracks),
                spread(RefitQuantity.Z0, tracks));
    }

    private static Spread spread(RefitQuantity quantity, List<TrackComparison> tracks) {
        return Spread.over(tracks, quantity::of);
    }

    public Spread get(RefitQuantity quantity) {
        return switch (quantity) {
            case PT -> pt;
            case ETA -> eta;
            case PHI -> phi;
            case D0 -> d0;
            case Z0 -> z0;
        };
    }
}
