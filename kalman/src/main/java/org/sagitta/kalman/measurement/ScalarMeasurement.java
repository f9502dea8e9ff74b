package org.sagitta.kalman.measurement;

/**
 * One measured coordinate of a sensor, linearised about a reference point of its plane: the residual of a track that is
 * off the reference by (du, dv) is {@code residual - slopeU du - slopeV dv}.
 *
 * @param residual measured minus reference coordinate [mm]
 * @param slopeU derivative of the coordinate with respect to local u
 * @param slopeV derivative of the coordinate with respect to local v
 * @param variance of the measurement [mm^2]
 */
public record ScalarMeasurement(double residual, double slopeU, double slopeV, double variance) {}
