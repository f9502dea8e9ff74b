package org.sagitta.validation.study;

import java.util.List;
import org.sagitta.data.io.yardstick.YardstickTrack;
import org.sagitta.kalman.batch.FitStatus;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.TrajectoryBlock;

/** Compares smoothed tracks of a yardstick file with their truth. */
public final class YardstickStudy {
    private YardstickStudy() {}

    /** chi2, and the pull of q/p on the first plane, before its matter. */
    public static YardstickResult of(List<YardstickTrack> truth, HitBlock hits, TrajectoryBlock fits) {
        Moments chi2 = new Moments();
        Moments pulls = new Moments();
        int ndof = 0;
        for (int i = 0; i < fits.size(); i++) {
            if (fits.status(i) == FitStatus.FITTED) {
                chi2.add(fits.chi2(i));
                ndof = fits.ndof(i);
                int first = hits.begin(i);
                pulls.add((fits.qOverP(first) - truth.get(i).qOverP()) / Math.sqrt(fits.qOverPVariance(first)));
            }
        }
        int failures = (int) (fits.size() - chi2.count());
        return new YardstickResult(fits.size(), failures, chi2.mean(), ndof, pulls.mean(), Math.sqrt(pulls.variance()));
    }
}
