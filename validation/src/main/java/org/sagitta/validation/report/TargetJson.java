package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sagitta.validation.study.TargetResult;
import org.sagitta.validation.study.TargetRow;

/** What moves a mass target as JSON, schema {@value #SCHEMA}; all scales are relative. */
public final class TargetJson {
    public static final String SCHEMA = "sagitta-targets/1";

    private TargetJson() {}

    /** The whole result. */
    public static ObjectNode tree(String scenario, long seed, TargetResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("pairs", result.pairs());
        for (TargetRow row : result.rows()) {
            ObjectNode node = root.withArray("effects").addObject();
            node.put("effect", row.effect());
            JsonNumbers.put(node, "alone", row.without());
            JsonNumbers.put(node, "referenced", row.referenced());
            JsonNumbers.put(node, "referenced_error", row.error());
        }
        JsonNumbers.put(root, "ideal", result.ideal());
        JsonNumbers.put(root, "ideal_adjusted", result.idealAdjusted());
        JsonNumbers.put(root, "ideal_error", result.error());
        return root;
    }
}
