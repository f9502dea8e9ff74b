package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sagitta.validation.study.PseudodataResult;

/** What a run of pseudo-data has made, as JSON, schema {@value #SCHEMA}. */
public final class PseudodataJson {
    /** Value of "schema". */
    public static final String SCHEMA = "sagitta-pseudodata/1";

    private PseudodataJson() {}

    /**
     * The whole result.
     *
     * @param seed of the run
     */
    public static ObjectNode tree(String scenario, String resonance, long seed, PseudodataResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("scenario", scenario);
        root.put("resonance", resonance);
        root.put("seed", seed);
        root.put("first_event", result.firstEvent());
        root.put("events", result.events());
        root.put("pairs", result.pairs());
        ObjectNode lost = root.putObject("lost");
        result.lost().forEach(lost::put);
        ArrayNode files = root.putArray("files");
        result.files().forEach(files::add);
        return root;
    }
}
