package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.sagitta.validation.study.SimulationResult;
import org.sagitta.validation.study.Spread;

/** What became of the events of a simulation as JSON, schema {@value #SCHEMA}; figures that do not exist are null. */
public final class SimulationJson {
    public static final String SCHEMA = "sagitta-simulate/1";

    private SimulationJson() {}

    /**
     * The whole result.
     *
     * @param seed of the run
     */
    public static ObjectNode tree(String scenario, long seed, SimulationResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("source", result.source());
        root.put("format", result.format());
        root.put("events", result.events());
        counts(root.putObject("without_pair"), result.withoutPair());
        root.put("pairs", result.pairs());
        root.put("fitted", result.fitted());
        counts(root.putObject("lost"), result.lost());
        JsonNumbers.put(root, "sum_of_weights", result.weights());
        JsonNumbers.put(root, "fitted_sum_of_weights", result.fittedWeights());
        root.put("peak_pairs", result.peak().pairs());
        spread(root.putObject("peak_mass_gev"), result.peak().mass());
        spread(root.putObject("peak_true_mass_gev"), result.peak().trueMass());
        spread(root.putObject("mass_over_true_minus_1"), result.massScale());
        return root;
    }

    private static void counts(ObjectNode node, Map<String, Long> counts) {
        counts.forEach(node::put);
    }

    private static void spread(ObjectNode node, Spread spread) {
        JsonNumbers.put(node, "median", spread.median());
        JsonNumbers.put(node, "median_error", spread.medianError());
        JsonNumbers.put(node, "half_width", spread.halfWidth());
    }
}
