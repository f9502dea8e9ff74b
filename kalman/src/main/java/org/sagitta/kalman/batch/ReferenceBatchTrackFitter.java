package org.sagitta.kalman.batch;

import org.sagitta.kalman.fit.FitFailure;
import org.sagitta.kalman.fit.FitResult;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.Smoothed;
import org.sagitta.kalman.fit.Smoother;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;

/** One track after the other through the scalar fit: the definition of a batch fit. */
public record ReferenceBatchTrackFitter(TrackFitter fitter) implements BatchTrackFitter {
    @Override
    public void fit(HitBlock hits, FitBlock results) {
        results.reset(hits.size());
        for (int track = 0; track < hits.size(); track++) {
            fit(hits, track, results);
        }
    }

    /** Fits one track of a block. */
    public void fit(HitBlock hits, int track, FitBlock results) {
        store(fitter.fit(hits.track(track)), track, results);
    }

    /** Writes down what a scalar fit gave. */
    static void store(FitResult result, int track, FitBlock results) {
        if (result instanceof FitFailure failure) {
            results.fail(track, FitStatus.of(failure.reason()));
            return;
        }
        FittedTrack fitted = (FittedTrack) result;
        results.fitted(track, fitted.chi2(), fitted.ndof(), fitted.iterations());
        LocalVector parameters = fitted.perigee().parameters();
        for (Param param : Param.values()) {
            results.setParameter(track, param.index(), parameters.get(param));
        }
        double[] packed = fitted.perigee().covariance().lowerTriangle();
        for (int n = 0; n < packed.length; n++) {
            results.setCovariance(track, n, packed[n]);
        }
    }

    @Override
    public void smooth(HitBlock hits, TrajectoryBlock results) {
        results.reset(hits);
        for (int track = 0; track < hits.size(); track++) {
            smooth(hits, track, results);
        }
    }

    /** Smooths one track of a block. */
    public void smooth(HitBlock hits, int track, TrajectoryBlock results) {
        FitResult result = fitter.fit(hits.track(track));
        int begin = hits.begin(track);
        if (result instanceof FitFailure failure) {
            results.put(track, FitStatus.of(failure.reason()), Double.NaN, 0);
            results.putNothing(begin, hits.begin(track + 1));
            return;
        }
        FittedTrack fitted = (FittedTrack) result;
        results.put(track, FitStatus.FITTED, fitted.chi2(), fitted.ndof());
        // A track that curls up is fitted to its first hits only.
        results.putNothing(begin, hits.begin(track + 1));
        int hit = begin;
        for (Smoothed smoothed : new Smoother().smooth(fitted)) {
            results.putState(hit++, smoothed.state().parameters(), smoothed.covariance());
        }
    }
}
