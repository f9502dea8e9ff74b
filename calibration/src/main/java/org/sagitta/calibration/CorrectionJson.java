package org.sagitta.calibration;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.FieldRatio;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.MisalignmentTerm;
import org.sagitta.geometry.input.BadInputException;

/**
 * The text form of a {@link Correction}, schema "sagitta-correction/1". Numbers are written so that they read back to
 * the same bits.
 *
 * <pre>
 * {"schema": "sagitta-correction/1",
 *  "formula": "k1 = k / field_ratio; k' = k1 (1 + A - e k1) + q M; k = 1/pT",
 *  "model": {"field_terms": ["A1", "A2"], "loss_eta_edges": [...],
 *            "misalignment_terms": ["M0", "Mc", "Ms"], "misalignment_eta_edges": [...]},
 *  "parameters": [{"name": "A1", "unit": "1", "value": x, "sigma": x}, ...],
 *  "covariance": [[...], ...],
 *  "field_ratio": {"eta": [...], "ratio": [[...], ...]},
 *  "provenance": {"program": "...", "inputs": [{"role": "...", "file": "...", "sha256": "..."}, ...]}}
 * </pre>
 *
 * <p>"provenance" may be absent and is not read. "field_ratio" is absent if there is none; its rows belong to the eta
 * nodes, its columns to phi_j = -pi + 2 pi j / n. "sigma" repeats the diagonal of the covariance for human readers.
 */
public final class CorrectionJson {
    /** Value of "schema". */
    public static final String SCHEMA = "sagitta-correction/1";

    private static final String FORMULA = "k1 = k / field_ratio; k' = k1 (1 + A - e k1) + q M; k = 1/pT [1/GeV]";
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private CorrectionJson() {}

    /** The text of a correction, ending with a newline. */
    public static String write(Correction correction) {
        return print(tree(correction));
    }

    /** The text of a correction that also says where it comes from. */
    public static String write(Correction correction, Provenance provenance) {
        ObjectNode root = tree(correction);
        ObjectNode node = root.putObject("provenance");
        node.put("program", provenance.program());
        ArrayNode inputs = node.putArray("inputs");
        for (Provenance.Input input : provenance.inputs()) {
            inputs.addObject()
                    .put("role", input.role())
                    .put("file", input.file())
                    .put("sha256", input.sha256());
        }
        return print(root);
    }

    private static ObjectNode tree(Correction correction) {
        AemModel model = correction.aem().model();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("formula", FORMULA);
        writeModel(model, root.putObject("model"));
        writeParameters(correction.aem(), root.putArray("parameters"));
        root.set("covariance", rows(correction.covariance().toArray()));
        correction.fieldRatio().ifPresent(ratio -> {
            ObjectNode node = root.putObject("field_ratio");
            node.set("eta", numbers(ratio.etaNodes()));
            node.set("ratio", rows(ratio.table()));
        });
        return root;
    }

    private static void writeModel(AemModel model, ObjectNode node) {
        ArrayNode field = node.putArray("field_terms");
        model.fieldTerms().forEach(term -> field.add(term.symbol()));
        node.set("loss_eta_edges", numbers(model.lossBins().edges()));
        ArrayNode misalignment = node.putArray("misalignment_terms");
        model.misalignmentTerms().forEach(term -> misalignment.add(term.symbol()));
        node.set("misalignment_eta_edges", numbers(model.misalignmentBins().edges()));
    }

    private static void writeParameters(AemCorrection aem, ArrayNode array) {
        List<AemParameter> parameters = aem.model().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            array.addObject()
                    .put("name", parameters.get(i).name())
                    .put("unit", parameters.get(i).unit())
                    .put("value", aem.value(i))
                    .put("sigma", aem.sigma(i));
        }
    }

    private static String print(ObjectNode root) {
        try {
            return MAPPER.writer(new DefaultPrettyPrinter())
                            .writeValueAsString(root)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a correction could not be written as JSON", e);
        }
    }

    private static ArrayNode numbers(double[] values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            array.add(value);
        }
        return array;
    }

    private static ArrayNode rows(double[][] rows) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (double[] row : rows) {
            array.add(numbers(row));
        }
        return array;
    }

    /**
     * The correction that a text holds.
     *
     * @throws BadInputException of kind DATA, one line, if the text is not JSON, a key is missing or unknown, or a value
     *     is not allowed
     */
    public static Correction read(String text) {
        try {
            return fromTree(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": ";
            throw BadInputException.data("correction: " + where + oneLine(e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            throw BadInputException.data("correction: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("not JSON");
    }

    private static Correction fromTree(JsonNode root) {
        Keys keys = new Keys(
                "the file",
                root,
                "schema",
                "formula",
                "model",
                "parameters",
                "covariance",
                "field_ratio",
                "provenance");
        String schema = keys.required("schema").asText();
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("schema is \"" + schema + "\", this program reads \"" + SCHEMA + "\"");
        }
        AemModel model = readModel(keys.required("model"));
        double[] values = readValues(model, keys.required("parameters"));
        AemCorrection aem =
                new AemCorrection(model, values, Covariance.of(toRows("covariance", keys.required("covariance"))));
        return keys.optional("field_ratio")
                .map(node -> Correction.of(readRatio(node), aem))
                .orElseGet(() -> Correction.of(aem));
    }

    private static AemModel readModel(JsonNode node) {
        Keys keys = new Keys(
                "model", node, "field_terms", "loss_eta_edges", "misalignment_terms", "misalignment_eta_edges");
        AemModel.Builder builder = AemModel.builder();
        for (String name : toNames("field_terms", keys.required("field_terms"))) {
            builder.field(byName(name, List.of(FieldTerm.values()), FieldTerm::symbol));
        }
        MisalignmentTerm[] misalignment = toNames("misalignment_terms", keys.required("misalignment_terms")).stream()
                .map(name -> byName(name, List.of(MisalignmentTerm.values()), MisalignmentTerm::symbol))
                .toArray(MisalignmentTerm[]::new);
        return builder.loss(toBins("loss_eta_edges", keys.required("loss_eta_edges")))
                .misalignment(toBins("misalignment_eta_edges", keys.required("misalignment_eta_edges")), misalignment)
                .build();
    }

    private static <T> T byName(String name, Collection<T> all, Function<T, String> symbol) {
        return all.stream()
                .filter(term -> symbol.apply(term).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model term \"" + name + "\" is unknown, allowed are "
                        + all.stream().map(symbol).toList()));
    }

    private static EtaBinning toBins(String key, JsonNode node) {
        double[] edges = toNumbers(key, node);
        return edges.length == 0 ? EtaBinning.NONE : EtaBinning.of(edges);
    }

    private static double[] readValues(AemModel model, JsonNode node) {
        checkArray("parameters", node);
        List<AemParameter> parameters = model.parameters();
        if (node.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    "parameters holds " + node.size() + " entries, the model has " + parameters.size() + " parameters");
        }
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            String where = "parameters[" + i + "]";
            Keys keys = new Keys(where, node.get(i), "name", "unit", "value", "sigma");
            checkText(where + ".name", keys.required("name"), parameters.get(i).name());
            checkText(where + ".unit", keys.required("unit"), parameters.get(i).unit());
            values[i] = toNumber(where + ".value", keys.required("value"));
        }
        return values;
    }

    private static void checkText(String where, JsonNode node, String expected) {
        if (!node.isTextual() || !node.asText().equals(expected)) {
            throw new IllegalArgumentException(where + " is " + node + ", the model has \"" + expected + "\" there");
        }
    }

    private static FieldRatio readRatio(JsonNode node) {
        Keys keys = new Keys("field_ratio", node, "eta", "ratio");
        return new FieldRatio(
                toNumbers("field_ratio.eta", keys.required("eta")),
                toRows("field_ratio.ratio", keys.required("ratio")));
    }

    private static double[][] toRows(String where, JsonNode node) {
        checkArray(where, node);
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = toNumbers(where + "[" + i + "]", node.get(i));
        }
        return rows;
    }

    private static double[] toNumbers(String where, JsonNode node) {
        checkArray(where, node);
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = toNumber(where + "[" + i + "]", node.get(i));
        }
        return values;
    }

    private static List<String> toNames(String where, JsonNode node) {
        checkArray(where, node);
        return node.valueStream().map(JsonNode::asText).toList();
    }

    private static double toNumber(String where, JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException(where + " is " + node + ", a number is needed");
        }
        return node.doubleValue();
    }

    private static void checkArray(String where, JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException(where + " must be a list");
        }
    }

    /** A JSON object whose keys are known: anything else is an error. */
    private static final class Keys {
        private final String where;
        private final JsonNode node;

        Keys(String where, JsonNode node, String... allowed) {
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
    }
}
