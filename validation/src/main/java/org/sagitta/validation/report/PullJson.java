package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.sagitta.validation.study.PullBin;
import org.sagitta.validation.study.PullResult;
import org.sagitta.validation.study.PullStatistic;

/** The result of a scan of pulls as JSON, schema {@value #SCHEMA}, keys in a fixed order; figures that do not exist are null. */
public final class PullJson {
    public static final String SCHEMA = "sagitta-pulls/1";

    private PullJson() {}

    /**
     * The whole result.
     *
     * @param seed of the run
     */
    public static ObjectNode tree(String scenario, long seed, PullResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("muons", result.muons());
        root.put("clean", result.clean());
        root.put("fitted", result.tracks());
        root.put("not_a_number", result.notANumber());
        root.put("not_positive", result.notPositive());
        counts(root.putObject("failures"), result.failures());
        counts(root.putObject("others"), result.others());
        pulls(root.putArray("pulls"), result.pulls());
        ArrayNode probability = root.putArray("chi2_probability");
        result.chi2Probability().forEach(probability::add);
        JsonNumbers.put(root, "chi2_probability_flatness_chi2", result.flatnessChi2());
        ArrayNode bins = root.putArray("bins");
        result.bins().forEach(bin -> bin(bins.addObject(), bin));
        return root;
    }

    private static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    private static void bin(ObjectNode node, PullBin bin) {
        JsonNumbers.put(node, "eta_low", bin.etaLow());
        JsonNumbers.put(node, "eta_high", bin.etaHigh());
        JsonNumbers.put(node, "pt_low_gev", bin.ptLow());
        JsonNumbers.put(node, "pt_high_gev", bin.ptHigh());
        node.put("fitted", bin.tracks());
        node.put("failed", bin.failed());
        pulls(node.putArray("pulls"), bin.pulls());
    }

    private static void pulls(ArrayNode array, List<PullStatistic> pulls) {
        for (PullStatistic pull : pulls) {
            ObjectNode node = array.addObject();
            node.put("parameter", pull.parameter());
            JsonNumbers.put(node, "mean", pull.mean());
            JsonNumbers.put(node, "mean_error", pull.meanError());
            JsonNumbers.put(node, "width", pull.width());
            JsonNumbers.put(node, "width_error", pull.widthError());
            node.put("beyond_5", pull.beyondFive());
        }
    }
}
