package org.sagitta.data.simulation.hit;

/**
 * Standard deviation of a strip hit: sigma / pitch = a p exp(-b p) + c with a = -0.339, b = 0.90, c = 0.279, for a track
 * whose path and drift of charge project onto p strips. Source: CMS software, RecoLocalTracker/SiStripRecHitConverter,
 * StripCPEfromTrackAngle. It is 0.279 at p = 0, as of a single strip without charge sharing (1/sqrt(12) = 0.289), smallest
 * with 0.140 at p = 1/b, and again 0.279 for long clusters.
 */
public final class StripErrors {
    private static final double A = -0.339;
    private static final double B = 0.90;
    private static final double C = 0.279;

    private StripErrors() {}

    /**
     * The standard deviation in pitches.
     *
     * @param strips p, not negative; may be infinite
     */
    public static double inPitches(double strips) {
        // From 50 strips on the first term is below 1e-18, and infinity times zero is avoided.
        return strips < 50 ? A * strips * Math.exp(-B * strips) + C : C;
    }
}
