package org.sagitta.kalman.measurement;

/** A point on a pixel sensor: local u and v [mm], measured independently. */
public record PixelHit(int sensor, double u, double v) implements Hit {}
