package org.sagitta.validation.pipeline;

import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.grid.FieldSource;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialEffects;
import org.sagitta.validation.study.RefitChoice;

/** What the fit of recorded hits believes in. */
record RefitSettings(MagneticField field, MaterialEffects material) {
    static RefitSettings of(RefitChoice choice) {
        return new RefitSettings(
                FieldSource.open(choice.field()), new CmsMaterialEffects(choice.particle(), choice.energyLoss()));
    }
}
