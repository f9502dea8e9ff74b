package org.sagitta.validation.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How the geometry commands answer: named values in a fixed order, as aligned text or as JSON. */
final class GeometryReport {
    private static final int KEY_WIDTH = 28;
    private static final int CELL_WIDTH = 16;
    private static final MathContext TEXT_DIGITS = new MathContext(9);
    private static final double SMALLEST_PLAIN = 1e-4;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    /** Prints the values; keys carry their units. A value may be a map of values or a list of such maps (a table). */
    void print(Map<String, ?> values, PrintWriter out) {
        if (json) {
            out.println(asJson(values));
        } else {
            printText(values, "", out);
        }
        out.flush();
    }

    private static String asJson(Map<String, ?> values) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values that JSON cannot hold", e);
        }
    }

    private static void printText(Map<?, ?> values, String indent, PrintWriter out) {
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            Object value = entry.getValue();
            if (value instanceof Map<?, ?> map) {
                out.println(indent + entry.getKey());
                printText(map, indent + "  ", out);
            } else if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map<?, ?> first) {
                out.println(indent + entry.getKey());
                out.println(indent + "  " + row(first.keySet()));
                rows.forEach(r -> out.println(indent + "  " + row(((Map<?, ?>) r).values())));
            } else {
                out.println(indent + pad(String.valueOf(entry.getKey()), KEY_WIDTH) + " " + text(value));
            }
        }
    }

    private static String row(Iterable<?> cells) {
        StringBuilder line = new StringBuilder();
        int width = KEY_WIDTH;
        for (Object cell : cells) {
            line.append(pad(text(cell), width)).append(' ');
            width = CELL_WIDTH;
        }
        return line.toString().stripTrailing();
    }

    private static String text(Object value) {
        if (value instanceof List<?> numbers) {
            return numbers.stream().map(GeometryReport::text).collect(Collectors.joining(" "));
        }
        return value instanceof Double number ? digits(number) : String.valueOf(value);
    }

    /** Nine digits without trailing zeros; JSON has them all. */
    private static String digits(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).round(TEXT_DIGITS).stripTrailingZeros();
        return Math.abs(number) < SMALLEST_PLAIN ? rounded.toString() : rounded.toPlainString();
    }

    private static String pad(String text, int width) {
        return String.format(Locale.ROOT, "%-" + width + "s", text);
    }
}
