package org.sagitta.kalman.fit;

import java.util.List;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.measurement.Hit;

/** Fits one track after the other; one instance per thread. */
public final class TrackFitter {
    private final Conditions conditions;
    private final FitSettings settings;

    public TrackFitter(Conditions reconstruction, FitSettings settings) {
        this.conditions = reconstruction;
        this.settings = settings;
    }

    /**
     * Fits the hits of one track.
     *
     * @param hits ordered from the beam outwards; sensors without a hit are not seen
     */
    public FitResult fit(List<Hit> hits) {
        return new FitFailure(
                FitFailure.Reason.NO_SEED,
                -1,
                "the fit is not written yet: " + hits.size() + " hits, "
                        + conditions.tracker().size() + " sensors, " + settings);
    }
}
