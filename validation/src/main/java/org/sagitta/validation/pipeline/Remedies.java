package org.sagitta.validation.pipeline;

import java.util.Map;

/** Which option of a scenario mends what an effect leaves, as far as that was measured (docs/budget.md), for people. */
final class Remedies {
    private static final String FINER_M = "calibration: model: {misalignment: {eta_bins: 24}}";

    private static final Map<String, String> BY_EFFECT = Map.of(
            "field",
            "calibration: field_ratio",
            "wrong hits",
            "reconstruction: outliers: rejected",
            "alignment",
            FINER_M,
            "alignment: twist",
            FINER_M);

    private Remedies() {}

    /** Empty if nothing is known. */
    static String of(String effect) {
        return BY_EFFECT.getOrDefault(effect, "");
    }
}
