package org.sagitta.kalman.fit;

import org.sagitta.kalman.state.FreeState;

/**
 * A first estimate of the track.
 *
 * @param hitIndex the pixel hit at which the state lies
 */
public record Seed(FreeState state, int hitIndex) implements Seeding {}
