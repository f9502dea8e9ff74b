package org.sagitta.kalman.measurement;

/**
 * One coordinate across the strips.
 *
 * @param coordinate strip coordinate m(u, v) of {@link org.sagitta.geometry.detector.StripTopology} [mm]
 */
public record StripHit(int sensor, double coordinate) implements Hit {}
