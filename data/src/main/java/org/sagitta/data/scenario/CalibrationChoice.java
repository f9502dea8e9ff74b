package org.sagitta.data.scenario;

import java.util.Optional;

/**
 * How a scenario is calibrated.
 *
 * @param fieldRatio the pre-correction before calibration; empty for none
 * @param model the parameters
 */
public record CalibrationChoice(Optional<FieldRatioChoice> fieldRatio, ModelChoice model) {
    /** No pre-correction, standard model. */
    public static final CalibrationChoice STANDARD = new CalibrationChoice(Optional.empty(), ModelChoice.STANDARD);

    /** The same with another model. */
    public CalibrationChoice withModel(ModelChoice other) {
        return new CalibrationChoice(fieldRatio, other);
    }
}
