package org.sagitta.validation.study;

import java.util.List;

/**
 * The pulls in one bin of true eta and pT.
 *
 * @param ptLow [GeV]
 * @param ptHigh [GeV]
 * @param tracks fitted clean tracks
 * @param failed clean tracks that were not fitted
 * @param pulls of the parameters in the order of the state
 */
public record PullBin(
        double etaLow,
        double etaHigh,
        double ptLow,
        double ptHigh,
        long tracks,
        long failed,
        List<PullStatistic> pulls) {
    public PullBin {
        pulls = List.copyOf(pulls);
    }
}
