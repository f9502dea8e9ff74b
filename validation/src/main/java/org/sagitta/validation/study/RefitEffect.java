package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What another choice does to the fitted pT of the same tracks: spreads of pT(other) / pT(chosen) - 1, which the hits'
 * errors hardly touch.
 *
 * @param name of the other choice, for people
 * @param all over all tracks that both fits have
 * @param byEta in the regions of {@link RefitComparison#byEta()}
 */
public record RefitEffect(String name, Spread all, List<Spread> byEta) {
    public RefitEffect {
        byEta = List.copyOf(byEta);
    }

    /**
     * Compares two fits of the same tracks.
     *
     * @throws IllegalArgumentException if they are not of the same number of tracks
     */
    public static RefitEffect of(String name, RefitComparison chosen, List<TrackComparison> other) {
        if (chosen.tracks().size() != other.size()) {
            throw new IllegalArgumentException(
                    "effect of " + name + ": " + chosen.tracks().size() + " and " + other.size() + " tracks");
        }
        List<Spread> byEta = new ArrayList<>();
        for (RefitBin bin : chosen.byEta()) {
            byEta.add(spread(chosen.tracks(), other, bin.low(), bin.high()));
        }
        return new RefitEffect(name, spread(chosen.tracks(), other, 0, Double.POSITIVE_INFINITY), byEta);
    }

    private static Spread spread(List<TrackComparison> chosen, List<TrackComparison> other, double low, double high) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            double absEta = Math.abs(chosen.get(i).listed().eta());
            Optional<RefittedTrack> a = chosen.get(i).fitted();
            Optional<RefittedTrack> b = other.get(i).fitted();
            if (absEta >= low && absEta < high && a.isPresent() && b.isPresent()) {
                ratios.add(b.get().atListed().pt() / a.get().atListed().pt() - 1);
            }
        }
        return Spread.of(ratios.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
