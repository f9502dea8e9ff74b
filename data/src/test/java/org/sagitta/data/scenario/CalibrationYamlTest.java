package org.sagitta.data.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.scenario.ModelChoice.FieldForm;
import org.sagitta.data.scenario.ModelChoice.LossGrowth;
import org.sagitta.data.scenario.ModelChoice.LossOf;
import org.sagitta.data.scenario.ModelChoice.MisalignmentForm;

/** Keys of {@code calibration: model}. */
class CalibrationYamlTest {
    private static final String MODEL = """
              model:
                field: {form: spline, eta_edges: [-2.4, -1, 0.5, 2.4], harmonics: 2}
                loss: {of: total_momentum, growth: logarithmic, eta_bins: 2}
                misalignment: {form: spline, eta_bins: 3, harmonics: 4}
            """;

    private static final String WITH_MODEL = ScenarioYamlTest.FULL + MODEL;

    @Test
    void theModelArrivesAndIsWrittenAgain() {
        Scenario s = ScenarioYaml.parse("f", WITH_MODEL);
        ModelChoice expected = new ModelChoice(
                new ModelChoice.Field(FieldForm.SPLINE, List.of(-2.4, -1.0, 0.5, 2.4), 2),
                new ModelChoice.Loss(LossOf.TOTAL_MOMENTUM, LossGrowth.LOGARITHMIC, List.of(-2.4, 0.0, 2.4)),
                new ModelChoice.Misalignment(MisalignmentForm.SPLINE, ModelChoice.uniform(3), 4));
        assertEquals(expected, s.calibration().model());
        assertTrue(s.fieldRatio().isPresent());
        assertEquals(s, ScenarioYaml.parse("canonical", ScenarioYaml.write(s)));
        assertEquals(ModelChoice.STANDARD, s.idealPartner().calibration().model());
        assertEquals(
                ModelChoice.STANDARD,
                s.withCalibration("other", CalibrationChoice.STANDARD)
                        .calibration()
                        .model());
    }

    @Test
    void termsMayBeLeftOutOrBeAbsent() {
        Scenario none = ScenarioYaml.parse(
                "f",
                ScenarioYamlTest.FULL
                        + "  model: {field: {form: none}, loss: {eta_bins: 0}, misalignment: {harmonics: 0}}");
        ModelChoice model = none.calibration().model();
        assertEquals(FieldForm.NONE, model.field().form());
        assertEquals(List.of(), model.loss().etaEdges());
        assertEquals(
                new ModelChoice.Misalignment(MisalignmentForm.BINNED, ModelChoice.uniform(6), 0), model.misalignment());
        assertEquals(none, ScenarioYaml.parse("canonical", ScenarioYaml.write(none)));
        Scenario binned = ScenarioYaml.parse("f", ScenarioYamlTest.FULL + "  model: {field: {form: binned}}");
        assertEquals(12, binned.calibration().model().field().etaEdges().size() - 1);
        assertEquals(ModelChoice.STANDARD.loss(), binned.calibration().model().loss());
        assertEquals(binned, ScenarioYaml.parse("canonical", ScenarioYaml.write(binned)));
    }

    @Test
    void thePartnerMayHaveTheRandomEffectsOfTheTruth() {
        Scenario ideal = ScenarioYaml.parse("f", ScenarioYamlTest.FULL);
        Scenario simulation = ScenarioYaml.parse("f", ScenarioYamlTest.FULL + "  reference: simulation");
        assertEquals(Reference.IDEAL, ideal.calibration().reference());
        assertEquals(
                simulation.truth().effects(), simulation.idealPartner().truth().effects());
        assertEquals(
                ideal.idealPartner().truth().world(),
                simulation.idealPartner().truth().world());
        assertNotEquals(
                ideal.idealPartner().truth().effects(),
                simulation.idealPartner().truth().effects());
        assertEquals(simulation, ScenarioYaml.parse("canonical", ScenarioYaml.write(simulation)));
    }

    @Test
    void theFieldRatioMayBeThatOfTheTrackFit() {
        String text = ScenarioYamlTest.FULL.replace(
                "parametrisation: oae_3_8T}", "parametrisation: oae_3_8T, seen_by: track_fit}");
        Scenario s = ScenarioYaml.parse("f", text);
        assertEquals(
                Optional.of(new FieldRatioChoice(
                        "polyfit3d_3.81143026675623", "oae_3_8T", FieldRatioChoice.SeenBy.TRACK_FIT)),
                s.fieldRatio());
        assertEquals(s, ScenarioYaml.parse("canonical", ScenarioYaml.write(s)));
        assertFalse(ScenarioYaml.write(ScenarioYaml.parse("f", ScenarioYamlTest.FULL))
                .contains("seen_by"));
        ScenarioYamlTest.assertFails(
                text.replace("track_fit", "fit"),
                "calibration.field_ratio.seen_by is 'fit', needed is one of straight_track, track_fit");
    }

    /** Files of samples carry the text, and those of the standard model stay as they were. */
    @Test
    void theStandardModelIsNotWritten() {
        assertFalse(ScenarioYaml.write(ScenarioYaml.parse("f", ScenarioYamlTest.FULL))
                .contains("harmonics"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form: spline | form: cubic | calibration.model.field.form is 'cubic', needed is one of none, polynomial, binned, spline",
                "form: spline | form: polynomial | calibration.model.field.eta_edges is a list, needed is no such key unless form is binned or spline",
                "[-2.4, -1, 0.5, 2.4] | [-2.4, -1, -1.5, 2.4] | needed is 2 to 97 ascending numbers",
                "[-2.4, -1, 0.5, 2.4] | [] | needed is 2 to 97 ascending numbers",
                "[-2.4, -1, 0.5, 2.4] | [-2.4, one] | calibration.model.field.eta_edges[1], needed is a list of numbers from -2.5 to 2.5",
                "[-2.4, -1, 0.5, 2.4] | 4 | calibration.model.field.eta_edges is '4', needed is a list of numbers",
                "eta_bins: 3, harmonics: 4 | eta_bins: 3, eta_edges: [-1, 1] | only one of eta_bins and eta_edges",
                "harmonics: 4 | harmonics: 9 | calibration.model.misalignment.harmonics is '9', needed is a whole number from 0 to 8",
                "growth: logarithmic | growths: logarithmic | unknown key 'calibration.model.loss.growths'"
            })
    void mistakesAreNamed(String there, String instead, String message) {
        assertTrue(WITH_MODEL.contains(there), there);
        ScenarioYamlTest.assertFails(WITH_MODEL.replace(there, instead), message);
    }

    @Test
    void aModelNeedsAParameter() {
        ScenarioYamlTest.assertFails(
                ScenarioYamlTest.FULL
                        + "  model: {field: {form: none}, loss: {eta_bins: 0}, misalignment: {eta_bins: 0}}",
                "needed is a model with at least one parameter");
    }
}
