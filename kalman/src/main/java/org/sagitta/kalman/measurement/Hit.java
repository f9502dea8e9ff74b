package org.sagitta.kalman.measurement;

/**
 * What a sensor reports, in its own frame: numbers that do not depend on where anybody believes the sensor to be. The
 * error is not part of it; whoever fits the hit assigns the resolution of his own conditions.
 */
public sealed interface Hit permits StripHit, PixelHit, Hole {
    /** Index of the sensor in the tracker. */
    int sensor();
}
