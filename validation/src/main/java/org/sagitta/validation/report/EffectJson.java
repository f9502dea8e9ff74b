package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.validation.study.EffectCell;
import org.sagitta.validation.study.EffectResult;
import org.sagitta.validation.study.PullShift;

/** What each effect does as JSON, schema {@value #SCHEMA}, keys in a fixed order; figures that do not exist are null. */
public final class EffectJson {
    public static final String SCHEMA = "sagitta-effects/1";

    private EffectJson() {}

    /**
     * The whole result.
     *
     * @param seed of the run
     * @param muons simulated in each world
     */
    public static ObjectNode tree(String scenario, long seed, long muons, List<EffectResult> results) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("muons", muons);
        for (EffectResult result : results) {
            ObjectNode node = root.withArray("effects").addObject();
            node.put("effect", result.effect());
            node.put("lost", result.lost());
            cell(node.putObject("all"), result.all());
            result.cells().forEach(cell -> cell(node.withArray("cells").addObject(), cell));
        }
        return root;
    }

    private static void cell(ObjectNode node, EffectCell cell) {
        node.put("abs_eta_low", cell.absEtaLow());
        node.put("abs_eta_high", cell.absEtaHigh());
        node.put("pt_low_gev", cell.ptLow());
        node.put("pt_high_gev", cell.ptHigh());
        node.put("muons", cell.muons());
        JsonNumbers.put(node, "scale_even", cell.scaleEven());
        JsonNumbers.put(node, "scale_odd", cell.scaleOdd());
        JsonNumbers.put(node, "scale_error", cell.scaleError());
        for (PullShift pull : cell.pulls()) {
            ObjectNode shift = node.withArray("pulls").addObject();
            shift.put("parameter", pull.parameter());
            JsonNumbers.put(shift, "shift", pull.shift());
            JsonNumbers.put(shift, "shift_error", pull.shiftError());
            JsonNumbers.put(shift, "width", pull.width());
            JsonNumbers.put(shift, "width_before", pull.widthBefore());
            JsonNumbers.put(shift, "width_error", pull.widthError());
            JsonNumbers.put(shift, "core", pull.core());
        }
    }
}
