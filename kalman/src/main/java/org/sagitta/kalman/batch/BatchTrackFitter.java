package org.sagitta.kalman.batch;

/**
 * Fits a block of tracks. The scalar {@link ReferenceBatchTrackFitter} is the definition that every other implementation
 * is tested against; a pipeline never asks which one it has. One instance per thread.
 */
public interface BatchTrackFitter {
    /** States at the beam line; result i belongs to track i of the block. */
    void fit(HitBlock hits, FitBlock results);

    /** States on all planes, smoothed, but none at the beam line. */
    void smooth(HitBlock hits, TrajectoryBlock results);
}
