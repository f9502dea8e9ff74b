package org.sagitta.kalman.batch;

import org.sagitta.kalman.fit.RobustTrackFitter;

/**
 * A batch fit that rejects wrong hits. All tracks are fitted by another batch fit first; those that it could not fit, and
 * those whose chi2 is unlikely, are fitted again one by one by the {@link RobustTrackFitter}, which has the last word on
 * them.
 *
 * <p>A wrong hit that leaves the chi2 likely stays: it is off by a few of its errors. Trajectories are those of the other
 * fit.
 *
 * @param plain fits all tracks
 * @param robust fits suspicious ones
 */
public record RobustBatchTrackFitter(BatchTrackFitter plain, RobustTrackFitter robust) implements BatchTrackFitter {
    /**
     * A chi2 above ndof + 3.5 sqrt(2 ndof) + 5 is suspicious: of tracks without wrong hits one in 1300 (5 degrees of
     * freedom) to one in 2100 (40) has it.
     */
    private static final double DEVIATIONS = 3.5;

    private static final double ALLOWANCE = 5;

    @Override
    public void fit(HitBlock hits, FitBlock results) {
        plain.fit(hits, results);
        for (int track = 0; track < hits.size(); track++) {
            if (isSuspicious(track, results)) {
                ReferenceBatchTrackFitter.store(robust.fit(hits.track(track)).result(), track, results);
            }
        }
    }

    @Override
    public void smooth(HitBlock hits, TrajectoryBlock results) {
        plain.smooth(hits, results);
    }

    private static boolean isSuspicious(int track, FitBlock results) {
        if (results.status(track) != FitStatus.FITTED) {
            return true;
        }
        int ndof = results.ndof(track);
        return results.chi2(track) > ndof + DEVIATIONS * Math.sqrt(2.0 * ndof) + ALLOWANCE;
    }
}
