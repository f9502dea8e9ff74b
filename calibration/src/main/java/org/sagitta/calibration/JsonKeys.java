package org.sagitta.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;

/** A JSON object whose keys are known: anything else is an error; and from and to numbers. */
final class JsonKeys {
    private final String where;
    private final JsonNode node;

    JsonKeys(String where, JsonNode node, String... allowed) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + " must be a JSON object");
        }
        List<String> known = List.of(allowed);
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "key \"" + key + "\" of " + where + " is unknown, allowed are " + known);
            }
        });
        this.where = where;
        this.node = node;
    }

    JsonNode required(String key) {
        return optional(key)
                .orElseThrow(() -> new IllegalArgumentException("key \"" + key + "\" of " + where + " is missing"));
    }

    Optional<JsonNode> optional(String key) {
        return Optional.ofNullable(node.get(key));
    }

    static double[][] toRows(String where, JsonNode node) {
        checkArray(where, node);
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = toNumbers(where + "[" + i + "]", node.get(i));
        }
        return rows;
    }

    static double[][][] toTables(String where, JsonNode node) {
        checkArray(where, node);
        double[][][] tables = new double[node.size()][][];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = toRows(where + "[" + i + "]", node.get(i));
        }
        return tables;
    }

    static double[] toNumbers(String where, JsonNode node) {
        checkArray(where, node);
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = toNumber(where + "[" + i + "]", node.get(i));
        }
        return values;
    }

    static List<String> toNames(String where, JsonNode node) {
        checkArray(where, node);
        return node.valueStream().map(JsonNode::asText).toList();
    }

    static double toNumber(String where, JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException(where + " is " + node + ", a number is needed");
        }
        return node.doubleValue();
    }

    static void checkArray(String where, JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException(where + " must be a list");
        }
    }

    static int toWhole(String where, JsonNode node) {
        if (!node.isInt()) {
            throw new IllegalArgumentException(where + " is " + node + ", a whole number is needed");
        }
        return node.intValue();
    }

    static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    static ArrayNode rows(double[][] rows) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double[] row : rows) {
            array.add(numbers(row));
        }
        return array;
    }

    static ArrayNode tables(double[][][] tables) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double[][] table : tables) {
            array.add(rows(table));
        }
        return array;
    }
}
