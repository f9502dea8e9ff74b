package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MethodResult;

/** The comparison of methods as JSON, schema {@value #SCHEMA}, keys in a fixed order; figures that do not exist are null. */
public final class MethodJson {
    public static final String SCHEMA = "sagitta-methods/1";

    /** The error for which the pairs are counted. */
    private static final double WANTED = 1e-4;

    private MethodJson() {}

    /**
     * The whole result.
     *
     * @param seed of the run
     */
    public static ObjectNode tree(String scenario, long seed, List<MethodResult> results) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        results.forEach(result -> method(root.withArray("methods").addObject(), result));
        return root;
    }

    private static void method(ObjectNode node, MethodResult result) {
        node.put("name", result.name());
        node.put("description", result.description());
        node.put("converged", result.unsettled().isEmpty());
        result.unsettled().ifPresent(what -> node.put("unsettled", what));
        ObjectNode pairs = node.putObject("pairs");
        result.pairs().forEach(pairs::put);
        ObjectNode masses = node.putObject("mass_bias");
        result.masses().forEach((sample, closure) -> mass(masses.putObject(sample), closure));
        result.oddAt45()
                .forEach(bin -> bin(node.withArray("charge_odd_at_45_gev").addObject(), bin));
        JsonNumbers.put(node, "charge_odd_rms", MethodResult.rms(result.oddAt45()));
        JsonNumbers.put(node, "charge_odd_worst", MethodResult.worst(result.oddAt45()));
        JsonNumbers.put(node, "sigma_z_mass_scale", result.errors().massScale());
        JsonNumbers.put(node, "sigma_charge_odd", result.errors().odd());
        ObjectNode needed = node.putObject("pairs_for_1e-4_on_z");
        result.pairsNeeded(WANTED).forEach((sample, n) -> JsonNumbers.put(needed, sample, n));
        JsonNumbers.put(node, "cpu_s", result.cpuSeconds());
    }

    private static void mass(ObjectNode node, MassClosure closure) {
        bin(node.putObject("inclusive"), closure.inclusive());
        closure.byEta().forEach(bin -> bin(node.withArray("by_eta").addObject(), bin));
    }

    private static void bin(ObjectNode node, BiasBin bin) {
        JsonNumbers.put(node, "low", bin.low());
        JsonNumbers.put(node, "high", bin.high());
        JsonNumbers.put(node, "before", bin.before());
        JsonNumbers.put(node, "after", bin.after());
        JsonNumbers.put(node, "stat", bin.stat());
    }
}
