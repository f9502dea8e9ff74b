package org.sagitta.geometry.detector;

/**
 * A path meets a sensor.
 *
 * @param pathLength from the start of the path [mm]
 * @param u local coordinate of the crossing [mm]
 * @param v local coordinate of the crossing [mm]
 */
public record Crossing(Sensor sensor, double pathLength, double u, double v) {}
