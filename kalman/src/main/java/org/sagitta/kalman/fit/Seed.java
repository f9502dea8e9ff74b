package org.sagitta.kalman.fit;

import org.sagitta.kalman.state.FreeState;

/**
 * A first estimate of the track.
 *
 * @param hitIndex the hit on whose sensor the state lies
 * @param basis what it rests on
 */
public record Seed(FreeState state, int hitIndex, Basis basis) implements Seeding {

    /** What a seed knows of the polar angle. */
    public enum Basis {
        /** Two points in space: good to a per cent or so. */
        POINTS,
        /** Places of strips: good to a tenth; a fit that starts here shall count their length as an error first. */
        STRIPS
    }
}
