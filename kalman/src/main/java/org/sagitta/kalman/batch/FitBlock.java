package org.sagitta.kalman.batch;

import java.util.List;
import org.sagitta.kalman.fit.FitResult;

/**
 * The results of a block, one per track in the order of the hits.
 *
 * @param results result i belongs to track i
 */
public record FitBlock(List<FitResult> results) {
    public FitBlock {
        results = List.copyOf(results);
    }

    public int size() {
        return results.size();
    }

    public FitResult get(int track) {
        return results.get(track);
    }
}
