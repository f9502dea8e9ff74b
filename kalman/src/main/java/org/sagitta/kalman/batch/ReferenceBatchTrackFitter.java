package org.sagitta.kalman.batch;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.kalman.fit.FitResult;
import org.sagitta.kalman.fit.TrackFitter;

/** One track after the other through the scalar fit: the definition of a batch fit. */
public record ReferenceBatchTrackFitter(TrackFitter fitter) implements BatchTrackFitter {
    @Override
    public FitBlock fit(HitBlock hits) {
        List<FitResult> results = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            results.add(fitter.fit(hits.track(i)));
        }
        return new FitBlock(results);
    }
}
