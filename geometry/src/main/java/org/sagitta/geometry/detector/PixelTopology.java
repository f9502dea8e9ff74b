package org.sagitta.geometry.detector;

/**
 * A matrix of pixels: measures u and v.
 *
 * @param rows number of pixels along u
 * @param columns number of pixels along v
 * @param pitchU [mm]
 * @param pitchV [mm]
 */
public record PixelTopology(int rows, int columns, double pitchU, double pitchV) implements Topology {}
