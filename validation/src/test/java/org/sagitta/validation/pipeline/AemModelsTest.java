package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.EtaSpline;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.LossMomentum;
import org.sagitta.calibration.model.LossRise;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.model.MisalignmentShape;
import org.sagitta.data.scenario.ModelChoice;
import org.sagitta.data.scenario.ModelChoice.FieldForm;
import org.sagitta.data.scenario.ModelChoice.LossGrowth;
import org.sagitta.data.scenario.ModelChoice.LossOf;
import org.sagitta.data.scenario.ModelChoice.MisalignmentForm;

class AemModelsTest {
    @Test
    void theStandardChoiceIsTheStandardModel() {
        assertEquals(AemModel.standard(), AemModels.of(ModelChoice.STANDARD));
    }

    @Test
    void everyWordArrives() {
        ModelChoice choice = new ModelChoice(
                new ModelChoice.Field(FieldForm.SPLINE, List.of(-2.4, 0.0, 2.4), 2),
                new ModelChoice.Loss(LossOf.TOTAL_MOMENTUM, LossGrowth.LOGARITHMIC, ModelChoice.uniform(3)),
                new ModelChoice.Misalignment(MisalignmentForm.BINNED, List.of(), 1));
        AemModel expected = AemModel.of(
                new FieldShape(EtaSpline.of(-2.4, 0, 2.4), 2),
                new LossShape(EtaBinning.uniform(3, -2.4, 2.4), LossMomentum.TOTAL, LossRise.SILICON),
                MisalignmentShape.NONE);
        assertEquals(expected, AemModels.of(choice));
        ModelChoice other = new ModelChoice(
                new ModelChoice.Field(FieldForm.BINNED, List.of(-1.0, 1.0), 0),
                new ModelChoice.Loss(LossOf.TRANSVERSE_MOMENTUM, LossGrowth.NONE, List.of()),
                ModelChoice.STANDARD.misalignment());
        assertEquals(
                new FieldShape(EtaBinning.of(-1, 1), 0), AemModels.of(other).field());
        assertEquals(0, AemModels.of(other).loss().size());
        ModelChoice none = new ModelChoice(
                new ModelChoice.Field(FieldForm.NONE, List.of(), 0),
                ModelChoice.STANDARD.loss(),
                ModelChoice.STANDARD.misalignment());
        assertEquals(FieldShape.NONE, AemModels.of(none).field());
    }
}
