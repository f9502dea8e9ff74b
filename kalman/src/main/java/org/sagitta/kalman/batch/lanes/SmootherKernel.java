package org.sagitta.kalman.batch.lanes;

/**
 * The steps of {@link org.sagitta.kalman.fit.Smoother} for a group of lanes. What the outer hits say comes as information
 * (W, w) behind the matter of a plane: five places for w, fifteen for W, then {@link #ROOM} in all.
 *
 * <p>Matter scatters in phi, theta and q/p alone. With its variances Q and S = (1 + Q W)^-1 Q, three by three, and T = S W,
 * the information before the matter is W - W T and w - W S w, and the estimate behind it (1 - T) x + S w with
 * covariance (1 - T) (C + Q) (1 - T)^T + T S^T.
 */
public interface SmootherKernel {
    /** Length of the array for the information: w, W and a full matrix. */
    int ROOM = 45 * Lanes.WIDTH;

    /** Adds the hit of a plane: W + H^T H / R, w + H^T residual / R. */
    void addHit(double[] planes, int plane, double[] information);

    /** From before the next plane to before this one; stores T, S and S w in the record of the plane. */
    void carryInwards(double[] planes, int plane, double[] information);

    /** The estimate of the first plane, which the filter has made of all hits. */
    void smoothFirst(double[] planes);

    /** The estimate of the next plane from that of a plane. */
    void smoothNext(double[] planes, int plane, double[] room);
}
