package org.sagitta.validation.challenge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.sagitta.geometry.input.BadInputException;

/**
 * What {@code challenge.json} says, schema {@value #SCHEMA}.
 *
 * @param id of this challenge; its key has the same
 * @param version of the program that made it
 * @param reconstruction the ideal world as a scenario: what the track fit believed
 * @param rules ranges of the hidden truth and how it is scored, for people
 * @param files SHA-256 of every public file by its path in the folder, the sealed one included
 * @param commitment SHA-256 of the content of the sealed file, so that no other content can be shown later
 */
public record Challenge(
        String id,
        String version,
        String reconstruction,
        Map<String, String> rules,
        Map<String, String> files,
        String commitment) {
    public static final String SCHEMA = "sagitta-challenge/1";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Challenge {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    String toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("id", id);
        root.put("version", version);
        ObjectNode ranges = root.putObject("rules");
        rules.forEach(ranges::put);
        ObjectNode hashes = root.putObject("files_sha256");
        files.forEach(hashes::put);
        root.put("truth_sha256", commitment);
        root.put("sealed_with", Seal.ALGORITHM);
        root.put("reconstruction", reconstruction);
        return printed(root);
    }

    static String printed(ObjectNode root) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(root)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree could not be written as JSON", e);
        }
    }

    /**
     * @param name of the file, for messages
     * @throws BadInputException (data) if the text is not of this schema
     */
    static Challenge of(String text, String name) {
        JsonNode root = tree(text, name, SCHEMA);
        return new Challenge(
                word(root, "id", name),
                word(root, "version", name),
                word(root, "reconstruction", name),
                words(root, "rules", name),
                words(root, "files_sha256", name),
                word(root, "truth_sha256", name));
    }

    /** A JSON object of a schema. */
    static JsonNode tree(String text, String name, String schema) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw BadInputException.data(name + ": it is not JSON");
        }
        String found = root.path("schema").asText("");
        if (!found.equals(schema)) {
            throw BadInputException.data(name + ": schema is \"" + found + "\", this program reads \"" + schema + "\"");
        }
        return root;
    }

    static String word(JsonNode root, String key, String name) {
        JsonNode node = root.path(key);
        if (!node.isTextual()) {
            throw BadInputException.data(name + ": key " + key + " is missing or no text");
        }
        return node.asText();
    }

    private static Map<String, String> words(JsonNode root, String key, String name) {
        JsonNode node = root.path(key);
        if (!node.isObject()) {
            throw BadInputException.data(name + ": key " + key + " is missing or no object");
        }
        Map<String, String> words = new TreeMap<>();
        node.fieldNames().forEachRemaining(field -> words.put(field, word(node, field, name)));
        return words;
    }
}
