package org.sagitta.calibration.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The nodes of a correctionlib file that are needed here. */
final class Nodes {
    private static final String TYPE = "nodetype";

    private Nodes() {}

    /** A formula of pt, eta, phi and charge, which it calls x, y, z and t. */
    static ObjectNode formula(String expression) {
        ObjectNode node = node("formula").put("expression", expression).put("parser", "TFormula");
        node.putArray("variables").add("pt").add("eta").add("phi").add("charge");
        return node;
    }

    /** Formula {@code index} of the list of formulas with these parameters. */
    static ObjectNode reference(int index, double[] parameters) {
        ObjectNode node = node("formularef").put("index", index);
        node.set("parameters", numbers(parameters));
        return node;
    }

    /** Content in which an input is replaced by what a rule says. */
    static ObjectNode transform(String input, JsonNode rule, JsonNode content) {
        ObjectNode node = node("transform").put("input", input);
        node.set("rule", rule);
        node.set("content", content);
        return node;
    }

    /** Bins of one input; values beyond the outer edges belong to the outermost bins. */
    static ObjectNode binning(String input, double[] edges, List<ObjectNode> content) {
        ObjectNode node = node("binning").put("input", input);
        node.set("edges", numbers(edges));
        node.putArray("content").addAll(content);
        return node.put("flow", "clamp");
    }

    /** Bins of eta and phi, phi running fastest; values beyond the outer edges belong to the outermost bins. */
    static ObjectNode map(double[] etaEdges, double[] phiEdges, List<ObjectNode> content) {
        ObjectNode node = node("multibinning");
        node.putArray("inputs").add("eta").add("phi");
        node.putArray("edges").add(numbers(etaEdges)).add(numbers(phiEdges));
        node.putArray("content").addAll(content);
        return node.put("flow", "clamp");
    }

    /** An empty choice by the value of an input, to be filled by {@link #addCase}. */
    static ObjectNode category(String input) {
        ObjectNode node = node("category").put("input", input);
        node.putArray("content");
        return node;
    }

    static void addCase(ObjectNode category, String key, JsonNode value) {
        ((ArrayNode) category.get("content")).addObject().put("key", key).set("value", value);
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put(TYPE, type);
    }

    /** Numbers with a fraction or an exponent, also if they are whole. */
    private static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }
}
