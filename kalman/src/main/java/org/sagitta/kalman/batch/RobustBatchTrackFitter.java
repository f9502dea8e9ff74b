package org.sagitta.kalman.batch;

import org.sagitta.kalman.fit.LikelyChi2;
import org.sagitta.kalman.fit.RobustTrackFitter;

/**
 * A batch fit that rejects wrong hits. All tracks are fitted by another batch fit first; those that it could not fit, and
 * those whose chi2 is unlikely ({@link LikelyChi2}), are fitted again one by one by the {@link RobustTrackFitter}, which
 * has the last word on them.
 *
 * <p>A wrong hit that leaves the chi2 likely stays: it is off by a few of its errors. Trajectories are those of the other
 * fit.
 *
 * @param plain fits all tracks
 * @param robust fits suspicious ones
 */
public record RobustBatchTrackFitter(BatchTrackFitter plain, RobustTrackFitter robust) implements BatchTrackFitter {
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
        return results.chi2(track) > LikelyChi2.of(results.ndof(track));
    }
}
