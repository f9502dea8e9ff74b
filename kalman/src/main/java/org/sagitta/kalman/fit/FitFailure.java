package org.sagitta.kalman.fit;

/**
 * A track that could not be fitted.
 *
 * @param hitIndex index of the hit at which the fit ended, -1 if no single hit is to blame
 * @param detail quantities and values, for people
 */
public record FitFailure(Reason reason, int hitIndex, String detail) implements FitResult, Seeding {

    /** Why a fit fails. */
    public enum Reason {
        /** Fewer measured coordinates than parameters. */
        TOO_FEW_MEASUREMENTS,
        /** The hits do not determine a first estimate: they are all at one place. */
        NO_SEED,
        /** The track leaves the field on the way to the plane of a hit, or needs too long to get there. */
        LOST,
        /** The track turns back before the plane of a hit, or flies along it, and too few hits come before. */
        TURNED_BACK,
        /** The particle would not survive the energy loss. */
        STOPPED,
        /** The iterations do not settle. */
        NO_CONVERGENCE,
        /** Too many hits disagree with the track of the others. */
        OUTLIERS
    }
}
