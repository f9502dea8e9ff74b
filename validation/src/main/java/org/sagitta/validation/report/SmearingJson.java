package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sagitta.calibration.resolution.ResolutionTerms;
import org.sagitta.validation.study.SmearingResult;

/** Resolution of data, simulation and smeared simulation as JSON, schema {@value #SCHEMA}. */
public final class SmearingJson {
    public static final String SCHEMA = "sagitta-resolution/1";

    private SmearingJson() {}

    /** The whole result; resolutions are relative, sigma_k / k. */
    public static ObjectNode tree(String scenario, long seed, SmearingResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("seed", seed);
        root.put("data_pairs", result.dataPairs());
        root.put("simulation_pairs", result.simulationPairs());
        for (SmearingResult.Bin bin : result.bins()) {
            ObjectNode node = root.withArray("bins").addObject();
            node.put("abs_eta_low", bin.absEtaLow());
            node.put("abs_eta_high", bin.absEtaHigh());
            terms(node.putObject("data"), bin.data());
            terms(node.putObject("simulation"), bin.simulation());
            for (SmearingResult.Point point : bin.points()) {
                ObjectNode at = node.withArray("points").addObject();
                at.put("pt_gev", point.pt());
                width(at, "data", point.data());
                width(at, "simulation", point.simulation());
                width(at, "smeared", point.smeared());
                JsonNumbers.put(at, "data_truth", point.dataTruth());
                JsonNumbers.put(at, "simulation_truth", point.simulationTruth());
            }
        }
        return root;
    }

    private static void terms(ObjectNode node, ResolutionTerms terms) {
        JsonNumbers.put(node, "a", terms.a());
        JsonNumbers.put(node, "b", terms.b());
        JsonNumbers.put(node, "c_per_gev2", terms.c());
        JsonNumbers.put(node, "d_gev2", terms.d());
    }

    private static void width(ObjectNode node, String key, SmearingResult.Width width) {
        JsonNumbers.put(node, key, width.value());
        JsonNumbers.put(node, key + "_error", width.error());
    }
}
