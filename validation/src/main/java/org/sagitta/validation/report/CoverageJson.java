package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.validation.study.CoverageResult;
import org.sagitta.validation.study.PullSummary;

/** Whether errors cover as JSON, schema {@value #SCHEMA}, keys in a fixed order; figures that do not exist are null. */
public final class CoverageJson {
    public static final String SCHEMA = "sagitta-coverage/1";

    private CoverageJson() {}

    /**
     * The whole result.
     *
     * @param kind "fast" or "full"
     * @param seed of the run
     * @param jpsi pairs in each experiment
     */
    public static ObjectNode tree(String scenario, String kind, long seed, int jpsi, CoverageResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("kind", kind);
        root.put("seed", seed);
        root.put("jpsi", jpsi);
        root.put("experiments", result.experiments());
        root.put("failed", result.failed());
        pulls(root.putArray("parameters"), result.parameters());
        pulls(root.putArray("scales"), result.scales());
        CoverageResult.Distance distance = result.distance();
        ObjectNode chi2 = root.putObject("chi2");
        chi2.put("expected", distance.parameters());
        JsonNumbers.put(chi2, "mean", distance.mean());
        JsonNumbers.put(chi2, "mean_error", distance.meanError());
        distance.probabilityDeciles().forEach(chi2.putArray("probability_tenths")::add);
        JsonNumbers.put(chi2, "uniformity", distance.uniformity());
        root.put("width_limit", CoverageResult.WIDTH_LIMIT);
        root.put("mean_limit", CoverageResult.MEAN_LIMIT);
        root.put("beyond", result.beyond().size());
        root.put("passed", result.excesses().isEmpty() && result.failed() == 0);
        return root;
    }

    private static void pulls(ArrayNode array, List<PullSummary> pulls) {
        for (PullSummary pull : pulls) {
            ObjectNode node = array.addObject();
            node.put("name", pull.name());
            if (!Double.isInfinite(pull.low())) {
                node.put("eta_low", pull.low());
                node.put("eta_high", pull.high());
            }
            JsonNumbers.put(node, "sigma", pull.sigma());
            JsonNumbers.put(node, "mean", pull.mean());
            JsonNumbers.put(node, "mean_error", pull.meanError());
            JsonNumbers.put(node, "width", pull.width());
            JsonNumbers.put(node, "width_error", pull.widthError());
            JsonNumbers.put(node, "within_one", pull.withinOne());
        }
    }
}
