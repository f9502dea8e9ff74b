package org.sagitta.data.scenario;

import static org.sagitta.data.scenario.ScenarioWriter.group;

import java.util.Map;
import org.sagitta.data.simulation.hit.Detection;
import org.sagitta.data.simulation.hit.WrongHits;

/** The section {@code hits} of the truth: which crossings are seen, and which hits are wrong. */
final class HitKeys {
    private static final NumberRange EFFICIENCY = new NumberRange(0.01, 1);
    private static final NumberRange FACTOR = new NumberRange(0, 1);
    private static final NumberRange FRACTION = new NumberRange(0, 0.5);
    private static final NumberRange TAIL_SCALE = new NumberRange(1, 100);

    private HitKeys() {}

    static Detection detection(YamlMap hits) {
        Detection perfect = Detection.PERFECT;
        return new Detection(
                hits.number("efficiency", EFFICIENCY, perfect.efficiency()),
                SubdetectorKeys.read(hits, "efficiencies", FACTOR),
                hits.number("dead_module_fraction", FRACTION, perfect.deadModuleFraction()),
                hits.whole("dead_module_seed", Long.MIN_VALUE, Long.MAX_VALUE, perfect.deadModuleSeed()));
    }

    static WrongHits wrongHits(YamlMap hits) {
        WrongHits none = WrongHits.NONE;
        return new WrongHits(
                hits.number("tail_fraction", FRACTION, none.tailFraction()),
                hits.number("tail_scale", TAIL_SCALE, none.tailScale()),
                hits.number("outlier_fraction", FRACTION, none.outlierFraction()));
    }

    static Map<String, Object> write(Detection detection, WrongHits wrong) {
        return group(
                "efficiency",
                detection.efficiency(),
                "efficiencies",
                SubdetectorKeys.write(detection.bySubdetector()),
                "dead_module_fraction",
                detection.deadModuleFraction(),
                "dead_module_seed",
                detection.deadModuleSeed(),
                "tail_fraction",
                wrong.tailFraction(),
                "tail_scale",
                wrong.tailScale(),
                "outlier_fraction",
                wrong.outlierFraction());
    }
}
