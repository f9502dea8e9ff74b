package org.sagitta.kalman.batch.lanes;

/** The steps of {@link org.sagitta.kalman.fit.KalmanFilter} for a group of lanes. */
public interface FilterKernel {
    /** Predicts X and C of a plane from those of the next one outwards. */
    void predict(double[] planes, int plane);

    /** Updates X and C of a plane with the first coordinate of its hit. */
    void measureFirst(double[] planes, int plane);

    /** Updates X and C of a plane with the second coordinate, where there is one. */
    void measureSecond(double[] planes, int plane);
}
