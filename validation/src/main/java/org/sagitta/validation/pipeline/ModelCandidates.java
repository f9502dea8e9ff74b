package org.sagitta.validation.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.data.scenario.ModelChoice;
import org.sagitta.data.scenario.ModelChoice.Field;
import org.sagitta.data.scenario.ModelChoice.FieldForm;
import org.sagitta.data.scenario.ModelChoice.Loss;
import org.sagitta.data.scenario.ModelChoice.LossGrowth;
import org.sagitta.data.scenario.ModelChoice.LossOf;
import org.sagitta.data.scenario.ModelChoice.Misalignment;
import org.sagitta.data.scenario.ModelChoice.MisalignmentForm;

/** The models that are compared: the standard one, changes of one term at a time, and all useful changes together. */
final class ModelCandidates {
    private ModelCandidates() {}

    /** By name, the standard model first; the model of the scenario is last unless it is among the others. */
    static Map<String, ModelChoice> with(ModelChoice scenario) {
        Map<String, ModelChoice> models = fixed();
        if (!models.containsValue(scenario)) {
            models.put("scenario", scenario);
        }
        return models;
    }

    private static Map<String, ModelChoice> fixed() {
        ModelChoice standard = ModelChoice.STANDARD;
        Loss e = standard.loss();
        Misalignment m = standard.misalignment();
        Field spline = new Field(FieldForm.SPLINE, ModelChoice.uniform(6), 0);
        Field upTo2 = new Field(FieldForm.POLYNOMIAL, List.of(), 2);
        Loss rising = new Loss(LossOf.TRANSVERSE_MOMENTUM, LossGrowth.LOGARITHMIC, e.etaEdges());
        Misalignment fine = new Misalignment(MisalignmentForm.BINNED, ModelChoice.uniform(12), 1);
        Map<String, ModelChoice> models = new LinkedHashMap<>();
        models.put("standard", standard);
        models.put("A in 12 bins", field(new Field(FieldForm.BINNED, ModelChoice.uniform(12), 0)));
        models.put("A spline, 6 intervals", field(spline));
        models.put("A spline, 12 intervals", field(new Field(FieldForm.SPLINE, ModelChoice.uniform(12), 0)));
        models.put("A with cos, sin of phi", field(new Field(FieldForm.POLYNOMIAL, List.of(), 1)));
        models.put("A with phi up to 2", field(upTo2));
        models.put("e rises with ln p", new ModelChoice(standard.field(), rising, m));
        models.put(
                "e of p",
                new ModelChoice(standard.field(), new Loss(LossOf.TOTAL_MOMENTUM, LossGrowth.NONE, e.etaEdges()), m));
        models.put("M in 12 bins", new ModelChoice(standard.field(), e, fine));
        models.put(
                "M with phi up to 2",
                new ModelChoice(standard.field(), e, new Misalignment(m.form(), m.etaEdges(), 2)));
        models.put("M0 alone", new ModelChoice(standard.field(), e, new Misalignment(m.form(), m.etaEdges(), 0)));
        Misalignment smooth = new Misalignment(MisalignmentForm.SPLINE, ModelChoice.uniform(1), 1);
        models.put("M spline, 1 interval", new ModelChoice(standard.field(), e, smooth));
        Misalignment smoothConstant = new Misalignment(MisalignmentForm.SPLINE, ModelChoice.uniform(1), 0);
        models.put("M0 spline, 1 interval", new ModelChoice(standard.field(), e, smoothConstant));
        models.put("M0 spline, A with phi up to 2", new ModelChoice(upTo2, e, smoothConstant));
        models.put("M spline, A with phi up to 2", new ModelChoice(upTo2, e, smooth));
        models.put(
                "spline, phi up to 2, rise, 12 M",
                new ModelChoice(new Field(FieldForm.SPLINE, ModelChoice.uniform(6), 2), rising, fine));
        return models;
    }

    private static ModelChoice field(Field field) {
        return new ModelChoice(field, ModelChoice.STANDARD.loss(), ModelChoice.STANDARD.misalignment());
    }
}
