package org.sagitta.validation.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How right the fit is: pulls at the beam line, the distribution of the chi2 probability, and what was not fitted.
 *
 * @param muons all that were simulated
 * @param tracks clean tracks that were fitted; all figures but the last two maps are of these
 * @param notANumber of them, those with a parameter or an entry of the covariance that is no finite number
 * @param notPositive of them, those whose covariance is finite and not positive definite
 * @param pulls of all tracks together
 * @param bins the same in bins of eta and pT
 * @param chi2Probability entries in equal bins of the probability from 0 to 1
 * @param flatnessChi2 chi2 of those bins against a flat distribution, with one degree of freedom less than bins
 * @param failures clean tracks that were not fitted, by reason
 * @param others tracks that are not clean, by how the fit ended
 */
public record PullResult(
        long muons,
        long tracks,
        long notANumber,
        long notPositive,
        List<PullStatistic> pulls,
        List<PullBin> bins,
        List<Long> chi2Probability,
        double flatnessChi2,
        Map<String, Long> failures,
        Map<String, Long> others) {
    public PullResult {
        pulls = List.copyOf(pulls);
        bins = List.copyOf(bins);
        chi2Probability = List.copyOf(chi2Probability);
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** Clean tracks, fitted or not. */
    public long clean() {
        return tracks + failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
