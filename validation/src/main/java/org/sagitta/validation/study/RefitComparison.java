package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Refitted tracks against those that CMS lists, for all, in regions of |eta| and in bins of the listed pT. Empty bins are
 * left out.
 *
 * @param tracks all compared tracks in the order of the file
 * @param failures number of tracks without a fit, by reason
 */
public record RefitComparison(
        List<TrackComparison> tracks,
        RefitBin all,
        List<RefitBin> byEta,
        List<RefitBin> byPt,
        Map<String, Integer> failures) {
    /** Barrel, transition, endcap. */
    private static final List<Double> ETA_EDGES = List.of(0.0, 0.9, 1.6, 3.0);

    private static final List<Double> PT_EDGES = List.of(0.0, 0.5, 1.0, 1.5, 2.0, 4.0, Double.POSITIVE_INFINITY);

    public RefitComparison {
        tracks = List.copyOf(tracks);
        byEta = List.copyOf(byEta);
        byPt = List.copyOf(byPt);
    }

    /** Compares. */
    public static RefitComparison of(List<TrackComparison> tracks) {
        Map<String, Integer> failures = new TreeMap<>();
        for (TrackComparison track : tracks) {
            if (track.outcome() instanceof RefitFailure failure) {
                failures.merge(failure.reason(), 1, Integer::sum);
            }
        }
        return new RefitComparison(
                tracks,
                RefitBin.of("all", 0, Double.POSITIVE_INFINITY, tracks),
                bins(tracks, "|eta|", "", ETA_EDGES, t -> Math.abs(t.listed().eta())),
                bins(tracks, "pT", " GeV", PT_EDGES, t -> t.listed().pt()),
                failures);
    }

    private static List<RefitBin> bins(
            List<TrackComparison> tracks,
            String variable,
            String unit,
            List<Double> edges,
            ToDoubleFunction<TrackComparison> value) {
        List<RefitBin> bins = new ArrayList<>();
        for (int i = 0; i + 1 < edges.size(); i++) {
            double low = edges.get(i);
            double high = edges.get(i + 1);
            List<TrackComparison> inside = tracks.stream()
                    .filter(t -> value.applyAsDouble(t) >= low && value.applyAsDouble(t) < high)
                    .toList();
            if (!inside.isEmpty()) {
                bins.add(RefitBin.of(name(variable, unit, low, high), low, high, inside));
            }
        }
        return bins;
    }

    private static String name(String variable, String unit, double low, double high) {
        if (Double.isInfinite(high)) {
            return String.format(Locale.ROOT, "%s > %.1f%s", variable, low, unit);
        }
        return String.format(Locale.ROOT, "%.1f < %s < %.1f%s", low, variable, high, unit);
    }
}
