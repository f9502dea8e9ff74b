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
        JsonNumbers.put(root, "max_bias", result.limits().inclusive());
        JsonNumbers.put(root, "max_bias_in_bins", result.limits().inBins());
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
