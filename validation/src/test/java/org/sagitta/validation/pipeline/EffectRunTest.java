package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.data.scenario.FieldChoice;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.validation.study.EffectCell;
import org.sagitta.validation.study.EffectResult;
import org.sagitta.validation.study.PullShift;

class EffectRunTest {
    private static final int MUONS = 1500;
    private static final double FIELD_FACTOR = 1.001;

    /** Of the scale [relative]: a field that is stronger by 1e-3 everywhere bends as much more, but for the loss on the way. */
    private static final double SCALE = 1e-5;

    private static Scenario strongerField() {
        Scenario ideal = Scenarios.bundled(Scenarios.IDEAL);
        FieldChoice field = ideal.truth().world().field();
        return ideal.withTruth(
                "stronger",
                ideal.truth()
                        .withWorld(ideal.truth()
                                .world()
                                .withField(new FieldChoice(field.model(), field.scale() * FIELD_FACTOR))));
    }

    @Test
    void aStrongerFieldRaisesTheCurvatureOfBothCharges() throws InterruptedException {
        List<EffectResult> results = new EffectRun(strongerField(), 1).run(MUONS, 2, ProgressListener.none());
        assertEquals(
                List.of("field", "all together"),
                results.stream().map(EffectResult::effect).toList());
        assertEquals(results.get(0).all(), results.get(1).all());
        EffectCell all = results.get(0).all();
        assertEquals(FIELD_FACTOR - 1, all.scaleEven(), SCALE);
        assertEquals(0, all.scaleOdd(), SCALE);
        assertEquals(0, results.get(0).lost());
        assertEquals(
                all.muons(),
                results.get(0).cells().stream().mapToLong(EffectCell::muons).sum());
        for (PullShift pull : all.pulls()) {
            assertEquals(pull.widthBefore(), pull.width(), pull.widthError(), pull.toString());
            assertTrue(Math.abs(pull.shift()) < 0.02, pull.toString());
        }
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws InterruptedException {
        List<EffectResult> one = new EffectRun(strongerField(), 3).run(1100, 1, ProgressListener.none());
        List<EffectResult> three = new EffectRun(strongerField(), 3).run(1100, 3, ProgressListener.none());
        assertEquals(one, three);
    }
}
