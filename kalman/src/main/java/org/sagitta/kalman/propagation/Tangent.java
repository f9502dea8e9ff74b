package org.sagitta.kalman.propagation;

import org.sagitta.geometry.linear.Vec3;

/**
 * How a track changes, at a given path length, with one of the quantities at its start: derivatives of position [mm] and
 * direction, and of q/p [1/GeV], with respect to that quantity.
 */
public record Tangent(Vec3 position, Vec3 direction, double qOverP) {}
