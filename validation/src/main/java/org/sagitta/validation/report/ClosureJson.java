package org.sagitta.validation.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.sagitta.calibration.fit.FitReport;
import org.sagitta.calibration.fit.ResidualCell;
import org.sagitta.data.io.AtomicFile;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.LegClosure;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.ParameterValue;

/**
 * {@code closure.json}, schema {@value #SCHEMA}. Biases are relative; numbers have all digits of a double; a figure that
 * does not exist, as the mean of an empty bin, is null. Keys come in a fixed order, so equal results are equal files.
 */
public final class ClosureJson {
    public static final String SCHEMA = "sagitta-closure/1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ClosureJson() {}

    /** Writes the file under its name in one step. */
    public static void write(ClosureResult result, Path file) {
        DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(twoSpaces).withArrayIndenter(twoSpaces);
        AtomicFile.write(file, out -> {
            out.write(new ObjectMapper().writer(printer).writeValueAsBytes(tree(result)));
            out.write('\n');
        });
    }

    static ObjectNode tree(ClosureResult result) {
        ObjectNode root = NODES.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", result.scenario());
        root.put("seed", result.seed());
        root.put("threads", result.threads());
        root.put("version", result.version());
        JsonNumbers.put(root, "wall_s", result.wallSeconds());
        ObjectNode events = root.putObject("events");
        new TreeMap<>(result.events()).forEach(events::put);
        ObjectNode samples = root.putObject("samples");
        new TreeMap<>(result.samples()).forEach((name, closure) -> samples.set(name, sample(closure)));
        ObjectNode legs = root.putObject("legs");
        new TreeMap<>(result.legs()).forEach((name, leg) -> {
            putLegs(legs.putObject(name), leg);
        });
        putLegs(root.putObject("z_legs_at_45_gev"), result.legsAt45Gev());
        root.set("parameters", parameters(result.parameters()));
        putFit(root.putObject("fit"), result.calibration());
        JsonNumbers.put(root, "max_bias", result.limits().inclusive());
        JsonNumbers.put(root, "max_bias_in_eta", result.limits().inEta());
        JsonNumbers.put(root, "max_bias_in_phi", result.limits().inPhi());
        root.put("passed", result.passed());
        return root;
    }

    private static void putLegs(ObjectNode node, LegClosure legs) {
        node.set("even", bins(legs.even()));
        node.set("odd", bins(legs.odd()));
    }

    private static ObjectNode sample(MassClosure closure) {
        ObjectNode node = NODES.objectNode();
        putBias(node.putObject("inclusive"), closure.inclusive());
        node.set("by_eta", bins(closure.byEta()));
        node.set("by_phi", bins(closure.byPhi()));
        return node;
    }

    private static ArrayNode bins(List<BiasBin> bins) {
        ArrayNode array = NODES.arrayNode();
        for (BiasBin bin : bins) {
            ObjectNode node = array.addObject();
            JsonNumbers.put(node, "low", bin.low());
            JsonNumbers.put(node, "high", bin.high());
            putBias(node, bin);
        }
        return array;
    }

    private static void putBias(ObjectNode node, BiasBin bin) {
        JsonNumbers.put(node, "before", bin.before());
        JsonNumbers.put(node, "after", bin.after());
        JsonNumbers.put(node, "stat", bin.stat());
    }

    private static void putFit(ObjectNode node, FitReport fit) {
        node.put("steps", fit.iterations());
        node.put("steps_ideal", fit.idealIterations());
        node.put("pairs", fit.pairs());
        JsonNumbers.put(node, "robust_chi2_per_pair", fit.robustChi2());
        node.put("cells", fit.cells());
        JsonNumbers.put(node, "cell_chi2", fit.cellChi2());
        ArrayNode cells = node.putArray("most_pulled_cells");
        for (ResidualCell cell : fit.mostPulled()) {
            ObjectNode one = cells.addObject();
            one.put("first", cell.grid().first());
            JsonNumbers.put(one, "first_low", cell.firstLow());
            JsonNumbers.put(one, "first_high", cell.firstHigh());
            one.put("second", cell.grid().second());
            JsonNumbers.put(one, "second_low", cell.secondLow());
            JsonNumbers.put(one, "second_high", cell.secondHigh());
            one.put("pairs", cell.pairs());
            JsonNumbers.put(one, "mean", cell.mean());
            JsonNumbers.put(one, "sigma", cell.sigma());
        }
    }

    private static ArrayNode parameters(List<ParameterValue> parameters) {
        ArrayNode array = NODES.arrayNode();
        for (ParameterValue parameter : parameters) {
            ObjectNode node = array.addObject();
            node.put("name", parameter.name());
            JsonNumbers.put(node, "value", parameter.value());
            JsonNumbers.put(node, "sigma", parameter.sigma());
        }
        return array;
    }
}
