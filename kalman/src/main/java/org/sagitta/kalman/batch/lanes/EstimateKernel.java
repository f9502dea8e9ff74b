package org.sagitta.kalman.batch.lanes;

import org.sagitta.kalman.batch.TrajectoryBlock;

/**
 * Carries the estimate from all hits, a deviation from the reference and its covariance, from plane to plane outwards, and
 * to the beam line.
 */
public interface EstimateKernel {
    /** Place of the covariance (lower triangle) behind that of the deviation, {@link Lanes#START}; then room for a product; length of the array. */
    int COVARIANCE = 5 * Lanes.WIDTH;

    int SIZE = Lanes.START + 40 * Lanes.WIDTH;

    /** Adds the kicks of a plane as {@link InformationKernel#passKicks} has left them. */
    void kick(double[] planes, int plane, double[] estimate);

    /** Writes reference plus deviation on a plane, and the covariance, to a record of a {@link TrajectoryBlock}. */
    void write(double[] planes, int plane, double[] estimate, double[] records, int at);

    /** Applies the transport of a plane: F x and F C F^T. */
    void carry(double[] planes, int plane, double[] estimate);
}
