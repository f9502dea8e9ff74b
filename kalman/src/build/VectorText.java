import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Derives the vector kernels from the scalar ones, so that each formula is written once. The scalar text calls the
 * operations of ScalarLane, as in {@code fma(a, b, c)}; here each call becomes the method of a vector, as in
 * {@code a.fma(b, c)}, and each {@code double} a {@code DoubleVector}. Arrays of double stay what they are. Short loops over
 * literal numbers are written out, because the compiler of the JVM does not do so where vectors live across them.
 *
 * <p>The build runs it: {@code java VectorText.java SCALAR_FOLDER GENERATED_SOURCES}. Calls of helper methods would not do: the
 * compiler of the JVM inlines the methods of vectors by force, but gives up on ours, and then every vector is an object.
 */
final class VectorText {
    private static final List<String> KERNELS = List.of("Seed", "Propagation", "Derivative", "Matter", "Information", "Estimate", "AxialField", "HarmonicField", "Arc");

    /** {n} stands for argument n. */
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("load", "DoubleVector.fromArray(LANES, {0}, {1})"),
            Map.entry("store", "{0}.intoArray({1}, {2})"),
            Map.entry("of", "DoubleVector.broadcast(LANES, {0})"),
            Map.entry("add", "{0}.add({1})"),
            Map.entry("sub", "{0}.sub({1})"),
            Map.entry("mul", "{0}.mul({1})"),
            Map.entry("div", "{0}.div({1})"),
            Map.entry("neg", "{0}.neg()"),
            Map.entry("abs", "{0}.abs()"),
            Map.entry("sqrt", "{0}.sqrt()"),
            Map.entry("fma", "{0}.fma({1}, {2})"),
            Map.entry("det", "{0}.fma({1}, {2}.mul({3}).neg())"),
            Map.entry("dot", "{0}.fma({1}, {2}.fma({3}, {4}.mul({5})))"),
            Map.entry("dot4", "{0}.fma({1}, {2}.fma({3}, {4}.fma({5}, {6}.mul({7}))))"),
            Map.entry(
                    "exponent",
                    "{0}.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 52)"
                            + ".lanewise(VectorOperators.OR, EXPONENT_CARRIER).reinterpretAsDoubles().sub(EXPONENT_OFFSET)"),
            Map.entry(
                    "mantissa",
                    "{0}.reinterpretAsLongs().lanewise(VectorOperators.AND, MANTISSA_BITS)"
                            + ".lanewise(VectorOperators.OR, ONE_BITS).reinterpretAsDoubles()"),
            Map.entry("anyLess", "{0}.compare(VectorOperators.LT, {1}).anyTrue()"),
            Map.entry("whereLess", "{3}.blend({2}, {0}.compare(VectorOperators.LT, {1}))"));

    private static final Pattern CALL = Pattern.compile("(?<![\\w.])(" + String.join("|", OPERATIONS.keySet()) + ")\\(");
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern NUMBER = Pattern.compile("\\bdouble\\b(?!\\[)");

    /** Head of a loop over literal numbers. */
    private static final Pattern LOOP =
            Pattern.compile("for \\(int (\\w+) = (\\d+); \\1 (<|<=) (\\d+); \\1\\+\\+\\) \\{");

    /** Longest loop that is written out. */
    private static final int LONGEST = 5;

    private VectorText() {}

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]).resolve("org/sagitta/kalman/batch/simd");
        Files.createDirectories(to);
        deleteAllBut(KERNELS, to);
        for (String kernel : KERNELS) {
            String scalar = Files.readString(from.resolve("Scalar" + kernel + ".java"));
            Path file = to.resolve("Vector" + kernel + ".java");
            String vector = vector(scalar, kernel);
            if (!Files.exists(file) || !Files.readString(file).equals(vector)) {
                Files.writeString(file, vector);
            }
        }
    }

    /** Kernels that are no more would still be compiled. */
    private static void deleteAllBut(List<String> kernels, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (kernels.stream().noneMatch(k -> file.endsWith("Vector" + k + ".java"))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String vector(String scalar, String kernel) {
        String text = COMMENT.matcher(scalar).replaceAll("");
        int body = text.indexOf("final class");
        text = text.substring(0, body) + expanded(unrolled(text.substring(body)));
        text = text.replace(
                "package org.sagitta.kalman.batch.lanes;",
                "package org.sagitta.kalman.batch.simd;\n\nimport jdk.incubator.vector.DoubleVector;\n"
                        + "import jdk.incubator.vector.VectorOperators;\nimport org.sagitta.kalman.batch.lanes.*;");
        text = text.replace("batch.lanes.ScalarLane.*", "batch.simd.VectorLane.*");
        text = text.replace("Scalar" + kernel, "Vector" + kernel);
        return NUMBER.matcher(text).replaceAll("DoubleVector");
    }

    /** The text with its innermost loops written out where they are short. */
    private static String unrolled(String text) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        Matcher loop = LOOP.matcher(text);
        while (loop.find(done)) {
            int first = Integer.parseInt(loop.group(2));
            int end = Integer.parseInt(loop.group(4)) + (loop.group(3).equals("<") ? 0 : 1);
            int close = closing(text, loop.end());
            String body = text.substring(loop.end(), close);
            if (end - first > LONGEST || body.contains("for (")) {
                out.append(text, done, loop.end());
                done = loop.end();
                continue;
            }
            out.append(text, done, loop.start());
            for (int n = first; n < end; n++) {
                out.append("{").append(body.replaceAll("\\b" + loop.group(1) + "\\b", Integer.toString(n))).append("}\n");
            }
            done = close + 1;
        }
        return out.append(text.substring(done)).toString();
    }

    /** Where the block ends whose inside begins at a place. */
    private static int closing(String text, int begin) {
        int depth = 1;
        for (int i = begin; ; i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
    }

    /** The text with all calls of operations turned into methods of vectors, from the inside out. */
    private static String expanded(String text) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        Matcher call = CALL.matcher(text);
        while (call.find(done)) {
            List<String> arguments = new ArrayList<>();
            int end = arguments(text, call.end(), arguments);
            String method = OPERATIONS.get(call.group(1));
            for (int n = 0; n < arguments.size(); n++) {
                method = method.replace("{" + n + "}", expanded(arguments.get(n)));
            }
            out.append(text, done, call.start()).append(method);
            done = end;
        }
        return out.append(text.substring(done)).toString();
    }

    /** Collects the arguments of a call that begin at a place; returns where the call ends. */
    private static int arguments(String text, int begin, List<String> arguments) {
        int depth = 0;
        int start = begin;
        for (int i = begin; ; i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if (c == ',' && depth == 0 || c == ')' && depth == 0) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
                if (c == ')') {
                    return i + 1;
                }
            } else if (c == ')' || c == ']') {
                depth--;
            }
        }
    }
}
