package org.sagitta.data.scenario;

import java.util.Optional;

/**
 * How a scenario is calibrated.
 *
 * @param fieldRatio the pre-correction before calibration; empty for none
 * @param model the parameters
 * @param reference what the ideal partner is like, against which it is calibrated
 */
public record CalibrationChoice(Optional<FieldRatioChoice> fieldRatio, ModelChoice model, Reference reference) {
    /** No pre-correction, standard model, against what the reconstruction believes. */
    public static final CalibrationChoice STANDARD =
            new CalibrationChoice(Optional.empty(), ModelChoice.STANDARD, Reference.IDEAL);

    /** The same without a pre-correction. */
    public CalibrationChoice withoutFieldRatio() {
        return new CalibrationChoice(Optional.empty(), model, reference);
    }

    /** The same with another model. */
    public CalibrationChoice withModel(ModelChoice other) {
        return new CalibrationChoice(fieldRatio, other, reference);
    }
}
