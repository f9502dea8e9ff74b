package org.sagitta.validation.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Spreads over lists of compared tracks. */
final class RefitSpreads {
    private RefitSpreads() {}

    /** The spread of every quantity over the fitted ones of these tracks. */
    static Map<RefitQuantity, Spread> of(List<TrackComparison> tracks) {
        Map<RefitQuantity, Spread> spreads = new EnumMap<>(RefitQuantity.class);
        for (RefitQuantity quantity : RefitQuantity.values()) {
            spreads.put(
                    quantity,
                    Spread.of(values(
                            tracks, t -> t.fitted().map(fit -> quantity.difference(fit.atListed(), t.listed())))));
        }
        return spreads;
    }

    static double median(List<TrackComparison> tracks, Function<TrackComparison, Optional<Double>> value) {
        return Spread.of(values(tracks, value)).median();
    }

    private static double[] values(List<TrackComparison> tracks, Function<TrackComparison, Optional<Double>> value) {
        return tracks.stream()
                .map(value)
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
