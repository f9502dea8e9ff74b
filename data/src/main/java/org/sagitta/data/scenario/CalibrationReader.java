package org.sagitta.data.scenario;

import java.util.List;
import java.util.Optional;
import org.sagitta.data.scenario.ModelChoice.FieldForm;
import org.sagitta.data.scenario.ModelChoice.LossGrowth;
import org.sagitta.data.scenario.ModelChoice.LossOf;
import org.sagitta.data.scenario.ModelChoice.MisalignmentForm;

/** Reads the section {@code calibration}. */
final class CalibrationReader {
    /** More bins than this are narrower than the curvature of a track in eta; a guard against slips. */
    private static final int MAX_BINS = 96;

    private static final int MAX_HARMONICS = 8;
    private static final NumberRange ETA = new NumberRange(-2.5, 2.5);
    private static final String ETA_BINS = "eta_bins";
    private static final String ETA_EDGES = "eta_edges";
    private static final String HARMONICS = "harmonics";

    private CalibrationReader() {}

    static CalibrationChoice calibration(YamlMap map) {
        Optional<FieldRatioChoice> ratio =
                map.optionalMap("field_ratio", Keys.FIELD_RATIO).map(CalibrationReader::fieldRatio);
        return new CalibrationChoice(
                ratio,
                map.optionalMap("model", Keys.MODEL)
                        .map(CalibrationReader::model)
                        .orElse(ModelChoice.STANDARD),
                map.word("reference", Reference.class, Reference.IDEAL));
    }

    private static FieldRatioChoice fieldRatio(YamlMap map) {
        return new FieldRatioChoice(
                WorldReader.field(map, "map"),
                WorldReader.field(map, "parametrisation"),
                map.word("seen_by", FieldRatioChoice.SeenBy.class, FieldRatioChoice.SeenBy.STRAIGHT_TRACK));
    }

    private static ModelChoice model(YamlMap map) {
        ModelChoice standard = ModelChoice.STANDARD;
        ModelChoice model = new ModelChoice(
                map.optionalMap("field", Keys.MODEL_FIELD)
                        .map(CalibrationReader::field)
                        .orElse(standard.field()),
                map.optionalMap("loss", Keys.MODEL_LOSS)
                        .map(CalibrationReader::loss)
                        .orElse(standard.loss()),
                map.optionalMap("misalignment", Keys.MODEL_MISALIGNMENT)
                        .map(CalibrationReader::misalignment)
                        .orElse(standard.misalignment()));
        if (model.field().form() == FieldForm.NONE
                && model.loss().etaEdges().isEmpty()
                && model.misalignment().etaEdges().isEmpty()) {
            throw map.wrong("field", "a model with at least one parameter");
        }
        return model;
    }

    private static ModelChoice.Field field(YamlMap map) {
        FieldForm form = map.word("form", FieldForm.class, FieldForm.POLYNOMIAL);
        boolean binned = form == FieldForm.BINNED || form == FieldForm.SPLINE;
        for (String key : List.of(ETA_BINS, ETA_EDGES)) {
            if (!binned && map.has(key)) {
                throw map.wrong(key, "no such key unless form is binned or spline");
            }
        }
        if (form == FieldForm.NONE && map.has(HARMONICS)) {
            throw map.wrong(HARMONICS, "no such key if form is none");
        }
        List<Double> edges = binned ? edges(map, ModelChoice.uniform(12), 1) : List.of();
        return new ModelChoice.Field(form, edges, harmonics(map, 0));
    }

    private static ModelChoice.Loss loss(YamlMap map) {
        ModelChoice.Loss standard = ModelChoice.STANDARD.loss();
        return new ModelChoice.Loss(
                map.word("of", LossOf.class, standard.of()),
                map.word("growth", LossGrowth.class, standard.growth()),
                edges(map, standard.etaEdges(), 0));
    }

    private static ModelChoice.Misalignment misalignment(YamlMap map) {
        ModelChoice.Misalignment standard = ModelChoice.STANDARD.misalignment();
        return new ModelChoice.Misalignment(
                map.word("form", MisalignmentForm.class, standard.form()),
                edges(map, standard.etaEdges(), 0),
                harmonics(map, standard.harmonics()));
    }

    private static int harmonics(YamlMap map, int otherwise) {
        return (int) map.whole(HARMONICS, 0, MAX_HARMONICS, otherwise);
    }

    private static List<Double> edges(YamlMap map, List<Double> otherwise, int fewest) {
        if (!map.has(ETA_EDGES)) {
            return map.has(ETA_BINS) ? ModelChoice.uniform((int) map.whole(ETA_BINS, fewest, MAX_BINS, 0)) : otherwise;
        }
        if (map.has(ETA_BINS)) {
            throw map.wrong(ETA_BINS, "only one of eta_bins and eta_edges");
        }
        List<Double> edges = map.numbers(ETA_EDGES, ETA);
        boolean ascending = true;
        for (int i = 1; i < edges.size(); i++) {
            ascending &= edges.get(i) > edges.get(i - 1);
        }
        if (!ascending || edges.size() == 1 || edges.size() > MAX_BINS + 1 || (edges.isEmpty() && fewest > 0)) {
            throw map.wrong(
                    ETA_EDGES, "2 to " + (MAX_BINS + 1) + " ascending numbers" + (fewest == 0 ? ", or none" : ""));
        }
        return edges;
    }
}
