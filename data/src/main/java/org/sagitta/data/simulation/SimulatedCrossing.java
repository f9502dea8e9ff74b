package org.sagitta.data.simulation;

import org.sagitta.geometry.linear.Vec3;

/**
 * The true passage of a muon through one sensor, whether it left a hit or not.
 *
 * @param sensor index of the sensor
 * @param path length of the way from the vertex [mm]
 * @param u true local coordinate [mm]
 * @param v true local coordinate [mm]
 * @param momentum just before the sensor's matter [GeV]
 */
public record SimulatedCrossing(int sensor, double path, double u, double v, Vec3 momentum) {}
