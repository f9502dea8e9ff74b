package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.calibration.fit.InformationCriterion;
import org.sagitta.calibration.fit.ModelScore;

/** Models side by side as JSON, schema {@value #SCHEMA}, keys in a fixed order. */
public final class ModelJson {
    public static final String SCHEMA = "sagitta-models/1";

    private ModelJson() {}

    /** The whole result. */
    public static ObjectNode tree(String scenario, long seed, int pairs, List<ModelScore> scores) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("pairs", pairs);
        for (ModelScore score : scores) {
            ObjectNode node = root.withArray("models").addObject();
            node.put("model", score.name());
            node.put("parameters", score.parameters());
            criterion(score.scenario(), node.putObject("scenario"));
            criterion(score.ideal(), node.putObject("ideal"));
            node.put("held_out_chi2", score.heldOutChi2());
            node.put("held_out_cells", score.cells());
            node.put("held_out_bias", score.heldOutBias());
            node.put("held_out_bias_sigma", score.heldOutBiasSigma());
        }
        return root;
    }

    private static void criterion(InformationCriterion criterion, ObjectNode node) {
        node.put("deviance", criterion.deviance());
        node.put("effective_parameters", criterion.penalty());
        node.put("aic", criterion.aic());
        node.put("bic", criterion.bic());
    }
}
