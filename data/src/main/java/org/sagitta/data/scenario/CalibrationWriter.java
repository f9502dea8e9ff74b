package org.sagitta.data.scenario;

import static org.sagitta.data.scenario.ScenarioWriter.group;
import static org.sagitta.data.scenario.ScenarioWriter.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.data.scenario.ModelChoice.FieldForm;

/** Writes the section {@code calibration}. */
final class CalibrationWriter {
    private CalibrationWriter() {}

    /** Empty if nothing differs from the standard. */
    static Map<String, Object> calibration(CalibrationChoice choice) {
        Map<String, Object> map = new LinkedHashMap<>();
        choice.fieldRatio().ifPresent(ratio -> map.put("field_ratio", fieldRatio(ratio)));
        if (!choice.model().equals(ModelChoice.STANDARD)) {
            map.put("model", model(choice.model()));
        }
        if (choice.reference() != Reference.IDEAL) {
            map.put("reference", word(choice.reference()));
        }
        return map;
    }

    private static Map<String, Object> fieldRatio(FieldRatioChoice choice) {
        Map<String, Object> map = group("map", choice.map(), "parametrisation", choice.parametrisation());
        if (choice.seenBy() != FieldRatioChoice.SeenBy.STRAIGHT_TRACK) {
            map.put("seen_by", word(choice.seenBy()));
        }
        return map;
    }

    private static Map<String, Object> model(ModelChoice model) {
        ModelChoice.Field a = model.field();
        Map<String, Object> field = group("form", word(a.form()));
        if (a.form() == FieldForm.BINNED || a.form() == FieldForm.SPLINE) {
            field.put("eta_edges", copy(a.etaEdges()));
        }
        if (a.form() != FieldForm.NONE) {
            field.put("harmonics", a.harmonics());
        }
        ModelChoice.Loss e = model.loss();
        ModelChoice.Misalignment m = model.misalignment();
        return group(
                "field",
                field,
                "loss",
                group("of", word(e.of()), "growth", word(e.growth()), "eta_edges", copy(e.etaEdges())),
                "misalignment",
                group("form", word(m.form()), "eta_edges", copy(m.etaEdges()), "harmonics", m.harmonics()));
    }

    /** A list of its own: of one that occurs twice the second would be written as a reference to the first. */
    private static List<Double> copy(List<Double> edges) {
        return new ArrayList<>(edges);
    }
}
