package org.sagitta.kalman.fit;

/**
 * A track that could not be fitted.
 *
 * @param hitIndex index of the hit at which the fit ended, -1 if no single hit is to blame
 * @param detail quantities and values, for people
 */
public record FitFailure(Reason reason, int hitIndex, String detail) implements FitResult, Linearisation, Seeding {

    /** Why a fit fails. */
    public enum Reason {
        /** Fewer measured coordinates than parameters. */
        TOO_FEW_MEASUREMENTS,
        /** The hits do not determine a first estimate: no pixel hit, or points too close together. */
        NO_SEED,
        /** The track misses the plane of a hit or leaves the field on the way. */
        LOST,
        /** The particle would not survive the energy loss. */
        STOPPED,
        /** The iterations do not settle. */
        NO_CONVERGENCE
    }
}
