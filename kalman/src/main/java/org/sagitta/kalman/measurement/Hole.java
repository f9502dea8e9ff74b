package org.sagitta.kalman.measurement;

/** A sensor that the track crosses and that reports nothing: its matter counts, and no coordinate is measured. */
public record Hole(int sensor) implements Hit {}
