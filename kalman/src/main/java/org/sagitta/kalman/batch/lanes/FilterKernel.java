package org.sagitta.kalman.batch.lanes;

/** The steps of {@link org.sagitta.kalman.fit.KalmanFilter} and of a smoother, for a group of lanes. */
public interface FilterKernel {
    /** Predicts X and C of a plane from those of the next one outwards. */
    void predict(double[] planes, int plane);

    /** Updates X and C of a plane with the first coordinate of its hit. */
    void measureFirst(double[] planes, int plane);

    /** Updates X and C of a plane with the second coordinate, where there is one. */
    void measureSecond(double[] planes, int plane);

    /**
     * Takes the hit of a plane into the adjoint state of the hits farther in (modified Bryson-Frazier recursion, G. J.
     * Bierman, Factorization Methods for Discrete Sequential Estimation (1977), section X.3):
     *
     * <pre>   L = (I - K H)^T L (I - K H) + H^T H / S,   l = (I - K H)^T l - H^T innovation / S</pre>
     *
     * @param adjoint l (five places), L (fifteen)
     */
    void adjoinHit(double[] planes, int plane, double[] adjoint);

    /** Carries the adjoint state outwards past the leg that begins on a plane: L = G^T L G, l = G^T l. */
    void adjoinLeg(double[] planes, int plane, double[] adjoint);

    /** The estimate of a plane from all hits: x - C l and C - C L C. */
    void smooth(double[] planes, int plane, double[] adjoint);
}
