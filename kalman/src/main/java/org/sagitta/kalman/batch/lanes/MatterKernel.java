package org.sagitta.kalman.batch.lanes;

/**
 * What {@link org.sagitta.kalman.material.CmsMaterialEffects} and the plane crossing of the reference track do, for a group
 * of lanes.
 */
public interface MatterKernel {
    /** Takes the energy loss of a plane off Q and stores slope and noise in the record of the plane. */
    void cross(double[] flight, double[] planes, int plane);
}
