package org.sagitta.validation.pipeline;

import java.util.Map;

/** Which option of a scenario mends what an effect leaves, as far as that was measured (docs/budget.md), for people. */
final class Remedies {
    private static final Map<String, String> BY_EFFECT = Map.of(
            "field",
            "calibration: field_ratio: {seen_by: track_fit}",
            "wrong hits",
            "reconstruction: outliers: rejected",
            "energy loss",
            "calibration: reference: simulation",
            "alignment: twist",
            "calibration: model: {misalignment: {form: spline, eta_bins: 1}}");

    private Remedies() {}

    /** Empty if nothing is known. */
    static String of(String effect) {
        return BY_EFFECT.getOrDefault(effect, "");
    }
}
