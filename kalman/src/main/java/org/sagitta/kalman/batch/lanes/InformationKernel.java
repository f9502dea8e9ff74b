package org.sagitta.kalman.batch.lanes;

/**
 * What the hits from the outermost plane to this one say about the track, as information: chi2 as a function of the
 * deviation x from the reference is x^T W x - 2 w^T x + chi2. Hits add to it, transport and matter change it, and on the
 * first plane it is solved for the estimate. The same as the filter and the first part of the smoother of {@link
 * org.sagitta.kalman.fit}, which work with covariances (Fruehwirth, Nucl. Instrum. Meth. A 262 (1987) 444, section 3).
 *
 * <p>Matter kicks phi, theta and q/p, one after the other. A kick n of variance V on parameter s leaves, after it has been
 * fitted away, with r = 1 / (1 + V W_ss):
 *
 * <ul>
 *   <li>its estimate for a given x before it: n = r V (w_s - W_s x) with variance r V,
 *   <li>the information before it: r W_ss, r W_sj, and W_ij - r V W_is W_sj elsewhere; no differences of large numbers.
 * </ul>
 */
public interface InformationKernel {
    /** Places of W (lower triangle) and chi2 behind that of w, {@link Lanes#START}; length of the array. */
    int MATRIX = 5 * Lanes.WIDTH;

    int CHI2 = 20 * Lanes.WIDTH;
    int SIZE = Lanes.START + 21 * Lanes.WIDTH;

    /** Adds the hit of a plane. */
    void addHit(double[] planes, int plane, double[] information);

    /** From the next plane outwards to behind the kicks of this one: F^T W F and F^T w. */
    void carryInwards(double[] planes, int plane, double[] information);

    /** From behind the kicks of a plane to before them; stores their estimates in the record of the plane. */
    void passKicks(double[] planes, int plane, double[] information);

    /** The estimate W^-1 w with its covariance W^-1, and the least chi2; W is used up. */
    void solve(double[] information, double[] estimate);
}
