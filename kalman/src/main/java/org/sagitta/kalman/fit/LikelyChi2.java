package org.sagitta.kalman.fit;

/** Up to where the chi2 of a track says nothing against its hits. */
public final class LikelyChi2 {
    private static final double DEVIATIONS = 3.5;
    private static final double ALLOWANCE = 5;

    private LikelyChi2() {}

    /**
     * ndof + 3.5 sqrt(2 ndof) + 5: of tracks without wrong hits one in 1300 (5 degrees of freedom) to one in 2100 (40) is
     * above.
     */
    public static double of(int ndof) {
        return ndof + DEVIATIONS * Math.sqrt(2.0 * ndof) + ALLOWANCE;
    }
}
