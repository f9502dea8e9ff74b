package org.sagitta.data.io.ig;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.sagitta.geometry.input.BadInputException;

/** The tables of one event that are of interest here; all others are skipped while reading. */
final class IgTables {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final String TYPES = "Types";
    private static final String COLLECTIONS = "Collections";
    private static final String ASSOCIATIONS = "Associations";
    private static final Set<String> SECTIONS = Set.of(TYPES, COLLECTIONS, ASSOCIATIONS);

    private final String where;
    private final Map<String, JsonNode> entries;

    private IgTables(String where, Map<String, JsonNode> entries) {
        this.where = where;
        this.entries = entries;
    }

    /**
     * Parses the JSON text of an event.
     *
     * @throws BadInputException (data) if it is no complete JSON object
     */
    static IgTables parse(String where, byte[] json) {
        Map<String, JsonNode> entries = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(json)) {
            require(where, parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String section = parser.currentName();
                parser.nextToken();
                readSection(where, section, parser, entries);
            }
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw BadInputException.data(where + ": is no complete JSON at line " + place.getLineNr() + " column "
                    + place.getColumnNr() + ": " + withoutSource(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
        return new IgTables(where, entries);
    }

    /** The library's remark about where its bytes come from says nothing to a user. */
    private static String withoutSource(String message) {
        return message.replaceAll("\\s*\\([^()]*\\[Source:.*", "");
    }

    private static void readSection(String where, String section, JsonParser parser, Map<String, JsonNode> entries)
            throws IOException {
        if (!SECTIONS.contains(section)) {
            parser.skipChildren();
            return;
        }
        require(where, parser.currentToken() == JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (IgEventReader.NEEDED.contains(name)) {
                JsonNode node = MAPPER.readTree(parser);
                entries.put(section + "." + name, node);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void require(String where, boolean isObject) {
        if (!isObject) {
            throw BadInputException.data(
                    where + ": must be a JSON object with the objects Types, Collections and Associations");
        }
    }

    /** A collection with its columns. */
    IgTable table(String name) {
        return new IgTable(where + " " + name, array(TYPES, name), array(COLLECTIONS, name));
    }

    /** The index pairs of an association. */
    ArrayNode association(String name) {
        return array(ASSOCIATIONS, name);
    }

    private ArrayNode array(String section, String name) {
        JsonNode node = entries.get(section + "." + name);
        if (node == null) {
            throw BadInputException.data(where + ": " + section + " has no " + name
                    + "; a file made for an older or newer display cannot be read");
        }
        if (node instanceof ArrayNode array) {
            return array;
        }
        throw BadInputException.data(where + ": " + section + "." + name + " must be an array");
    }
}
