package org.sagitta.calibration.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads and evaluates a correction of a correctionlib file (schema version 2) as strictly as any of its releases does: no
 * key that the schema does not know, edges with fractions and ascending, formulas of real inputs only ({@link
 * StrictFormula}), no value for an unknown category.
 */
final class StrictCorrectionlib {
    /** Content of a file, given the inputs: texts and numbers. */
    private interface Content {
        double value(List<Object> inputs);
    }

    private record Input(String name, String type) {}

    private final List<Input> inputs = new ArrayList<>();
    private final List<StrictFormula> formulas = new ArrayList<>();
    private final List<List<Integer>> formulaInputs = new ArrayList<>();
    private final Content data;

    StrictCorrectionlib(JsonNode root, String name) {
        allow(root, Set.of("schema_version", "description", "corrections"), Set.of("compound_corrections"));
        require(root.get("schema_version").isInt() && root.get("schema_version").asInt() == 2, "schema_version");
        JsonNode correction = root.get("corrections")
                .valueStream()
                .filter(node -> node.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no correction " + name));
        allow(
                correction,
                Set.of("name", "version", "inputs", "output", "data"),
                Set.of("description", "generic_formulas"));
        require(correction.get("version").isInt(), "version is no whole number");
        correction.get("inputs").forEach(node -> inputs.add(input(node)));
        require(input(correction.get("output")).type().equals("real"), "output is not real");
        if (correction.has("generic_formulas")) {
            correction.get("generic_formulas").forEach(node -> {
                formulas.add(formula(node));
                formulaInputs.add(variables(node));
            });
        }
        data = content(correction.get("data"));
    }

    private static Input input(JsonNode node) {
        allow(node, Set.of("name", "type"), Set.of("description"));
        String type = node.get("type").asText();
        require(Set.of("string", "int", "real").contains(type), "type " + type);
        return new Input(node.get("name").asText(), type);
    }

    /** The value; a text for a string input, a Double for a real one. */
    double evaluate(Object... values) {
        require(values.length == inputs.size(), values.length + " inputs");
        for (int i = 0; i < values.length; i++) {
            String type = values[i] instanceof String ? "string" : values[i] instanceof Double ? "real" : "int";
            require(type.equals(inputs.get(i).type()), "input " + inputs.get(i).name() + " got " + type);
        }
        return data.value(List.of(values));
    }

    private Content content(JsonNode node) {
        if (node.isNumber()) {
            double number = node.doubleValue();
            return values -> number;
        }
        require(node.isObject() && node.has("nodetype"), "neither number nor node");
        return switch (node.get("nodetype").asText()) {
            case "formula" -> plainFormula(node);
            case "formularef" -> reference(node);
            case "transform" -> transform(node);
            case "binning" -> binning(node);
            case "multibinning" -> multibinning(node);
            case "category" -> category(node);
            default -> throw new IllegalArgumentException("nodetype " + node.get("nodetype"));
        };
    }

    private static final Set<String> FORMULA = Set.of("nodetype", "expression", "parser", "variables");

    private StrictFormula formula(JsonNode node) {
        allow(node, FORMULA, Set.of("parameters"));
        require(node.get("parser").asText().equals("TFormula"), "parser");
        return new StrictFormula(
                node.get("expression").asText(), node.get("variables").size());
    }

    private List<Integer> variables(JsonNode node) {
        List<Integer> found = new ArrayList<>();
        for (JsonNode name : node.get("variables")) {
            int index = index(name.asText());
            require(inputs.get(index).type().equals("real"), "formulas only accept real inputs, not " + name);
            found.add(index);
        }
        return found;
    }

    private int index(String name) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no input " + name);
    }

    private Content plainFormula(JsonNode node) {
        StrictFormula formula = formula(node);
        List<Integer> from = variables(node);
        double[] parameters = node.has("parameters") ? numbers(node.get("parameters")) : new double[0];
        return values -> formula.value(reals(values, from), parameters);
    }

    private Content reference(JsonNode node) {
        allow(node, Set.of("nodetype", "index", "parameters"), Set.of());
        int index = node.get("index").intValue();
        StrictFormula formula = formulas.get(index);
        List<Integer> from = formulaInputs.get(index);
        double[] parameters = numbers(node.get("parameters"));
        return values -> formula.value(reals(values, from), parameters);
    }

    private static List<Double> reals(List<Object> values, List<Integer> from) {
        return from.stream().map(i -> (Double) values.get(i)).toList();
    }

    private static double[] numbers(JsonNode node) {
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            require(node.get(i).isNumber(), "parameter " + node.get(i));
            numbers[i] = node.get(i).doubleValue();
        }
        return numbers;
    }

    private Content transform(JsonNode node) {
        allow(node, Set.of("nodetype", "input", "rule", "content"), Set.of());
        int index = index(node.get("input").asText());
        require(inputs.get(index).type().equals("real"), "transform of an input that is not real");
        Content rule = content(node.get("rule"));
        Content inner = content(node.get("content"));
        return values -> {
            List<Object> changed = new ArrayList<>(values);
            changed.set(index, rule.value(values));
            return inner.value(changed);
        };
    }

    private Content binning(JsonNode node) {
        allow(node, Set.of("nodetype", "input", "edges", "content", "flow"), Set.of());
        int index = index(node.get("input").asText());
        require(!inputs.get(index).type().equals("string"), "bins of a text");
        double[] edges = edges(node.get("edges"));
        List<Content> bins = contents(node.get("content"), edges.length - 1);
        requireClamp(node);
        return values -> bins.get(bin(edges, (Double) values.get(index))).value(values);
    }

    private Content multibinning(JsonNode node) {
        allow(node, Set.of("nodetype", "inputs", "edges", "content", "flow"), Set.of());
        int dimensions = node.get("inputs").size();
        require(node.get("edges").size() == dimensions, "edges of " + dimensions + " inputs");
        int[] axis = new int[dimensions];
        double[][] edges = new double[dimensions][];
        int cells = 1;
        for (int d = 0; d < dimensions; d++) {
            axis[d] = index(node.get("inputs").get(d).asText());
            edges[d] = edges(node.get("edges").get(d));
            cells *= edges[d].length - 1;
        }
        List<Content> content = contents(node.get("content"), cells);
        requireClamp(node);
        return values -> {
            int cell = 0;
            for (int d = 0; d < dimensions; d++) {
                cell = cell * (edges[d].length - 1) + bin(edges[d], (Double) values.get(axis[d]));
            }
            return content.get(cell).value(values);
        };
    }

    private List<Content> contents(JsonNode node, int expected) {
        require(node.size() == expected, node.size() + " contents of " + expected + " bins");
        return node.valueStream().map(this::content).toList();
    }

    /** Other flows exist; none is needed here. */
    private static void requireClamp(JsonNode node) {
        require(node.get("flow").asText().equals("clamp"), "flow " + node.get("flow"));
    }

    private static double[] edges(JsonNode node) {
        double[] edges = new double[node.size()];
        for (int i = 0; i < edges.length; i++) {
            require(node.get(i).isFloatingPointNumber(), "invalid edge type: " + node.get(i));
            edges[i] = node.get(i).doubleValue();
            require(i == 0 || edges[i] > edges[i - 1], "edges are not monotone increasing");
        }
        require(edges.length >= 2, "fewer than two edges");
        return edges;
    }

    private static int bin(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        int bin = found >= 0 ? found : -found - 2;
        return Math.min(Math.max(bin, 0), edges.length - 2);
    }

    private Content category(JsonNode node) {
        allow(node, Set.of("nodetype", "input", "content"), Set.of("default"));
        int index = index(node.get("input").asText());
        Map<String, Content> cases = new LinkedHashMap<>();
        for (JsonNode item : node.get("content")) {
            allow(item, Set.of("key", "value"), Set.of());
            require(item.get("key").isTextual() && inputs.get(index).type().equals("string"), "key " + item.get("key"));
            require(
                    cases.put(item.get("key").asText(), content(item.get("value"))) == null,
                    "twice " + item.get("key"));
        }
        Map<String, Content> fixed = new HashMap<>(cases);
        return values -> {
            Content found = fixed.get((String) values.get(index));
            if (found == null) {
                throw new IllegalArgumentException("Index not available in Category: " + values.get(index));
            }
            return found.value(values);
        };
    }

    private static void allow(JsonNode node, Set<String> needed, Set<String> more) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        require(names.containsAll(needed), "one of " + needed + " is missing in " + names);
        names.removeAll(needed);
        names.removeAll(more);
        require(names.isEmpty(), "unknown keys " + names);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException(what);
        }
    }
}
