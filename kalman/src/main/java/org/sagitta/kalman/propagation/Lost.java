package org.sagitta.kalman.propagation;

import org.sagitta.geometry.linear.Vec3;

/**
 * A track that did not reach its target.
 *
 * @param place where it was given up [mm]
 */
public record Lost(Reason reason, Vec3 place) implements Propagation {

    /** Why a track is given up. */
    public enum Reason {
        /** It left the region in which the field is known. */
        OUTSIDE_FIELD,
        /** It flies along the target or turns away before it. */
        NO_CROSSING,
        /** Its path got longer than the rule allows. */
        TOO_LONG
    }
}
