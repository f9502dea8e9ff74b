package org.sagitta.data.scenario;

/**
 * The pre-correction of curvatures by the ratio of two fields, named as in {@link FieldChoice}. The map is taken as measured, without any factor
 * found in situ: finding that factor is the business of the calibration.
 *
 * @param seenBy whose curvature the ratio is that of
 */
public record FieldRatioChoice(String map, String parametrisation, SeenBy seenBy) {
    /** Who compares the two fields. */
    public enum SeenBy {
        /** A straight track from the origin, with the weight of a sagitta: the same at all momenta. */
        STRAIGHT_TRACK,
        /**
         * The track fit, which believes the inner hits of a slow muon, as those behind are scattered, and all hits of a fast one: a
         * ratio that depends on the momentum.
         */
        TRACK_FIT
    }
}
