package org.sagitta.data.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping of a YAML file that knows where it stands, refuses keys it does not know, and says for every value that is
 * missing or wrong: file, line, key, value and what is allowed.
 */
final class YamlMap {
    private final String file;
    private final String path;
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * @param path dotted keys that lead here, empty at the top
     * @param allowed all keys that may occur
     * @throws BadInputException (usage) if the node is no mapping, or a key is unknown or occurs twice
     */
    YamlMap(String file, String path, Node node, Set<String> allowed) {
        this.file = file;
        this.path = path;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw fail(
                    node,
                    (path.isEmpty() ? "the scenario" : path) + " must be a group of keys (" + String.join(", ", allowed)
                            + ")");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple, allowed);
        }
    }

    private void add(NodeTuple tuple, Set<String> allowed) {
        Node keyNode = tuple.getKeyNode();
        if (!(keyNode instanceof ScalarNode scalar)) {
            throw fail(keyNode, "a key" + (path.isEmpty() ? "" : " of " + path) + " must be a plain word");
        }
        String key = scalar.getValue();
        if (!allowed.contains(key)) {
            String hint = DidYouMean.hint(key, allowed);
            throw fail(
                    keyNode,
                    "unknown key '" + at(key) + "'" + hint + " (allowed here: " + String.join(", ", allowed) + ")");
        }
        if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            throw fail(keyNode, "key '" + at(key) + "' occurs twice");
        }
    }

    /** Whether a key is there. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A number that must be there. */
    double number(String key, NumberRange range) {
        ScalarNode scalar = scalar(key, "a number " + range.words());
        double value = toNumber(scalar);
        if (!range.contains(value)) {
            throw wrong(key, "a number " + range.words());
        }
        return value;
    }

    /** A number that may be left out. */
    double number(String key, NumberRange range, double otherwise) {
        return has(key) ? number(key, range) : otherwise;
    }

    /** A whole number that may be left out. */
    long whole(String key, long low, long high, long otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        String allowed = "a whole number from " + low + " to " + high;
        ScalarNode scalar = scalar(key, allowed);
        try {
            long value = Long.parseLong(scalar.getValue());
            if (scalar.getTag().equals(Tag.INT) && value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, allowed);
        }
        throw wrong(key, allowed);
    }

    /** A text that must be there and not be blank; numbers and words without quotes count as text. */
    String text(String key) {
        ScalarNode scalar = scalar(key, "a text");
        if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()) {
            throw wrong(key, "a text");
        }
        return scalar.getValue();
    }

    /** One of some words, written in lower case. */
    <E extends Enum<E>> E word(String key, Class<E> type, E otherwise) {
        if (!has(key)) {
            return otherwise;
        }
        List<String> words = new ArrayList<>();
        String given = scalar(key, "a word").getValue();
        for (E constant : type.getEnumConstants()) {
            String word = constant.name().toLowerCase(Locale.ROOT);
            if (word.equals(given)) {
                return constant;
            }
            words.add(word);
        }
        throw wrong(key, "one of " + String.join(", ", words));
    }

    /** A group of keys that must be there. */
    YamlMap map(String key, Set<String> allowed) {
        return new YamlMap(file, at(key), required(key), allowed);
    }

    /** A group of keys that may be left out. */
    Optional<YamlMap> optionalMap(String key, Set<String> allowed) {
        return has(key) ? Optional.of(map(key, allowed)) : Optional.empty();
    }

    /** A list of groups of keys; empty if left out. */
    List<YamlMap> list(String key, Set<String> allowed) {
        if (!has(key)) {
            return List.of();
        }
        if (!(required(key) instanceof SequenceNode sequence)) {
            throw wrong(key, "a list");
        }
        List<YamlMap> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlMap(file, at(key) + "[" + items.size() + "]", item, allowed));
        }
        return items;
    }

    /** A list of numbers. */
    List<Double> numbers(String key, NumberRange range) {
        String allowed = "a list of numbers " + range.words();
        if (!(required(key) instanceof SequenceNode sequence)) {
            throw wrong(key, allowed);
        }
        List<Double> numbers = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar) || !range.contains(toNumber(scalar))) {
                throw fail(item, at(key) + "[" + numbers.size() + "], needed is " + allowed);
            }
            numbers.add(toNumber(scalar));
        }
        return numbers;
    }

    /** NaN if it is no number. */
    private static double toNumber(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        try {
            return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? Double.parseDouble(scalar.getValue()) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A message about the value of a key. */
    BadInputException wrong(String key, String allowed) {
        Node value = required(key);
        String given = value instanceof ScalarNode scalar
                ? "'" + scalar.getValue().lines().findFirst().orElse("") + "'"
                : value instanceof MappingNode ? "a group of keys" : "a list";
        return fail(value, at(key) + " is " + given + ", needed is " + allowed);
    }

    /** A message about a key whose problem has been described elsewhere; of the same kind as that. */
    BadInputException because(String key, BadInputException reason) {
        String message = message(required(key), at(key) + ": " + reason.getMessage());
        return reason.kind() == BadInputException.Kind.DATA
                ? BadInputException.data(message)
                : BadInputException.usage(message);
    }

    /** A path of the file, which starts from the folder of the file; absolute, so that it holds anywhere. */
    Path resolve(String given) {
        return Path.of(file).resolveSibling(given).toAbsolutePath().normalize();
    }

    private ScalarNode scalar(String key, String allowed) {
        if (required(key) instanceof ScalarNode scalar) {
            return scalar;
        }
        throw wrong(key, allowed);
    }

    private Node required(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw fail(node, "key '" + at(key) + "' is missing");
        }
        return value;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private BadInputException fail(Node where, String what) {
        return BadInputException.usage(message(where, what));
    }

    private String message(Node where, String what) {
        return file + where.getStartMark().map(YamlMap::line).orElse("") + ": " + what;
    }

    static String line(Mark mark) {
        return ", line " + (mark.getLine() + 1);
    }
}
