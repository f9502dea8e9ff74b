package org.sagitta.kalman.vertex;

/**
 * Two tracks that could not be joined.
 *
 * @param detail quantities and values, for people
 */
public record NoVertex(Reason reason, String detail) implements VertexResult {

    /** Why a vertex fit fails. */
    public enum Reason {
        /** The tracks do not determine a point, for instance because they are parallel, or a covariance is not positive. */
        SINGULAR,
        /** The iterations do not settle. */
        NO_CONVERGENCE
    }
}
