package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.sagitta.validation.study.DetectorComparison;
import org.sagitta.validation.study.DetectorRequirement;
import org.sagitta.validation.study.DetectorResult;
import org.sagitta.validation.study.PublishedFigure;

/** The comparison of the detector as JSON, schema {@value #SCHEMA}, keys in a fixed order; figures that do not exist are null. */
public final class DetectorJson {
    public static final String SCHEMA = "sagitta-detector/1";

    private DetectorJson() {}

    /**
     * The whole result.
     *
     * @param seed of the run
     */
    public static ObjectNode tree(String scenario, long seed, DetectorResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("muons", result.muons());
        root.put("fitted", result.fitted());
        root.put("all_met", result.allMet());
        result.requirements()
                .forEach(r -> requirement(root.withArray("requirements").addObject(), r));
        result.comparisons()
                .forEach(c -> comparison(root.withArray("comparisons").addObject(), c));
        return root;
    }

    private static void requirement(ObjectNode node, DetectorRequirement r) {
        node.put("name", r.name());
        node.put("unit", r.unit());
        JsonNumbers.put(node, "low", r.low());
        JsonNumbers.put(node, "high", r.high());
        JsonNumbers.put(node, "value", r.ours());
        JsonNumbers.put(node, "error", r.error());
        node.put("met", r.isMet());
    }

    private static void comparison(ObjectNode node, DetectorComparison c) {
        PublishedFigure p = c.published();
        node.put("quantity", p.quantity());
        JsonNumbers.put(node, "pt_gev", p.ptGev());
        JsonNumbers.put(node, "abs_eta_low", p.absEtaLow());
        JsonNumbers.put(node, "abs_eta_high", p.absEtaHigh());
        node.put("unit", p.unit());
        JsonNumbers.put(node, "value", c.ours());
        JsonNumbers.put(node, "error", c.error());
        JsonNumbers.put(node, "published_low", p.valueLow());
        JsonNumbers.put(node, "published_high", p.valueHigh());
        node.put("known", p.known().name().toLowerCase(Locale.ROOT));
        node.put("source", p.source());
    }
}
