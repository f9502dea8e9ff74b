package org.sagitta.kalman.batch;

import org.sagitta.kalman.fit.FitFailure;

/** How the fit of a track of a block ended. */
public enum FitStatus {
    FITTED,
    /** See the reasons of {@link FitFailure.Reason}. */
    TOO_FEW_MEASUREMENTS,
    NO_SEED,
    LOST,
    TURNED_BACK,
    STOPPED,
    NO_CONVERGENCE,
    OUTLIERS;

    static FitStatus of(FitFailure.Reason reason) {
        return valueOf(reason.name());
    }
}
