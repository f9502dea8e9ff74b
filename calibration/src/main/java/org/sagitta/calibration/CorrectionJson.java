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
import java.util.List;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.EtaSpline;
import org.sagitta.calibration.model.FieldRatio;
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
 * <p>The model is the standard one above, or has more keys, which are left out where they would say what is above:
 *
 * <pre>
 *  "field_eta_edges": [...]       A per eta bin; "field_terms" is empty
 *  "field_eta_knots": [...]       A as a cubic spline, {@link EtaSpline}; "field_terms" is empty
 *  "field_harmonics": n           A times 1, cos(phi), sin(phi), ... up to n
 *  "loss_momentum": "total"       e sin(theta) in place of e
 *  "loss_rise_per_e_fold": r, "loss_reference_gev": p_ref       e (1 + r ln(p / p_ref)) in place of e
 *  "misalignment_terms"           also "Mc2", "Ms2", ...
 * </pre>
 *
 * <p>"provenance" may be absent and is not read. "field_ratio" is absent if there is none; its rows belong to the eta
 * nodes, its columns to phi_j = -pi + 2 pi j / n. One that depends on the momentum has the key "pt_gev": [...], too, and a list of
 * such rows for each pT in "ratio". "sigma" repeats the diagonal of the covariance for human readers.
 */
public final class CorrectionJson {
    /** Value of "schema". */
    public static final String SCHEMA = "sagitta-correction/1";

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
        root.put("formula", ModelJson.formula(model.loss()));
        ModelJson.write(model, root.putObject("model"));
        writeParameters(correction.aem(), root.putArray("parameters"));
        root.set("covariance", JsonKeys.rows(correction.covariance().toArray()));
        correction.fieldRatio().ifPresent(ratio -> {
            ObjectNode node = root.putObject("field_ratio");
            double[][][] tables = ratio.tables();
            if (ratio.dependsOnMomentum()) {
                node.set("pt_gev", JsonKeys.numbers(ratio.ptNodes()));
            }
            node.set("eta", JsonKeys.numbers(ratio.etaNodes()));
            node.set("ratio", ratio.dependsOnMomentum() ? JsonKeys.tables(tables) : JsonKeys.rows(tables[0]));
        });
        return root;
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
        JsonKeys keys = new JsonKeys(
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
        AemModel model = ModelJson.read(keys.required("model"));
        double[] values = readValues(model, keys.required("parameters"));
        AemCorrection aem = new AemCorrection(
                model, values, Covariance.of(JsonKeys.toRows("covariance", keys.required("covariance"))));
        return Correction.of(keys.optional("field_ratio").map(CorrectionJson::readRatio), aem);
    }

    private static double[] readValues(AemModel model, JsonNode node) {
        JsonKeys.checkArray("parameters", node);
        List<AemParameter> parameters = model.parameters();
        if (node.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    "parameters holds " + node.size() + " entries, the model has " + parameters.size() + " parameters");
        }
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            String where = "parameters[" + i + "]";
            JsonKeys keys = new JsonKeys(where, node.get(i), "name", "unit", "value", "sigma");
            checkText(where + ".name", keys.required("name"), parameters.get(i).name());
            checkText(where + ".unit", keys.required("unit"), parameters.get(i).unit());
            values[i] = JsonKeys.toNumber(where + ".value", keys.required("value"));
        }
        return values;
    }

    private static void checkText(String where, JsonNode node, String expected) {
        if (!node.isTextual() || !node.asText().equals(expected)) {
            throw new IllegalArgumentException(where + " is " + node + ", the model has \"" + expected + "\" there");
        }
    }

    private static FieldRatio readRatio(JsonNode node) {
        JsonKeys keys = new JsonKeys("field_ratio", node, "pt_gev", "eta", "ratio");
        double[] eta = JsonKeys.toNumbers("field_ratio.eta", keys.required("eta"));
        JsonNode ratio = keys.required("ratio");
        return keys.optional("pt_gev")
                .map(pt -> new FieldRatio(
                        JsonKeys.toNumbers("field_ratio.pt_gev", pt),
                        eta,
                        JsonKeys.toTables("field_ratio.ratio", ratio)))
                .orElseGet(() -> new FieldRatio(eta, JsonKeys.toRows("field_ratio.ratio", ratio)));
    }
}
