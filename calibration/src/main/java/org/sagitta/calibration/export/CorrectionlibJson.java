package org.sagitta.calibration.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.calibration.Correction;

/**
 * A {@link Correction} for correctionlib, schema version 2 (cms-nanoAOD.github.io/correctionlib): one correction {@link
 * #NAME} of five inputs, var, pt, eta, phi and charge, whose output is the corrected pT [GeV]; 1 over what {@link
 * Correction#correct} returns, and so negative where that is. With
 *
 * <pre>
 *   var = nom                the correction
 *   var = stat_up, stat_down pT higher and lower by one standard deviation of the corrected curvature
 *   var = eig0_up, eig0_down, eig1_up, ...   parameters moved by +1 and -1 along {@link Correction#variation}
 * </pre>
 *
 * <p>Any other var is an error. Eta beyond the outer bins belongs to the outermost, as everywhere here. All inputs but var
 * are real, the charge too: formulas of correctionlib take nothing else.
 *
 * <p>Formulas keep to what every release of correctionlib parses. Numbers are parameters, never parts of a formula, where
 * the exponent of Java would be refused; edges are never whole numbers, which would be, too; there is no unary minus, which
 * binds tighter than a power there.
 */
public final class CorrectionlibJson {
    /** Name of the correction in the file. */
    public static final String NAME = "muon_pt_scale";

    private static final String DESCRIPTION =
            "Corrected muon pT [GeV]. k = 1/pt; k1 = k / field_ratio(pt, eta, phi), if there"
                    + " is one; k' = k1 (1 + A - e k1) + charge M; the output is 1/k', negative if the corrected track bends the"
                    + " other way. var: nom; stat_up, stat_down: 1/k' moved by one statistical standard deviation; eig<i>_up,"
                    + " eig<i>_down: parameters moved by one standard deviation along eigenvector i of their correlation matrix,"
                    + " the largest first, to be added in quadrature.";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CorrectionlibJson() {}

    /**
     * The text of the file.
     *
     * @param provenance where the correction comes from; goes into the description of the file, since the schema has no
     *     other place for it
     */
    public static String write(Correction correction, String provenance) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema_version", 2);
        root.put("description", provenance);
        root.putArray("corrections").add(tree(correction));
        try {
            return MAPPER.writer(new DefaultPrettyPrinter())
                            .writeValueAsString(root)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a correction could not be written as JSON", e);
        }
    }

    private static ObjectNode tree(Correction correction) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("name", NAME);
        root.put("description", DESCRIPTION);
        root.put("version", 1);
        ArrayNode inputs = root.putArray("inputs");
        inputs.add(variable("var", "string", "nom, stat_up, stat_down, eig<i>_up or eig<i>_down"));
        inputs.add(variable("pt", "real", "measured transverse momentum [GeV]"));
        inputs.add(variable("eta", "real", "pseudorapidity"));
        inputs.add(variable("phi", "real", "azimuth [rad]"));
        inputs.add(variable("charge", "real", "1.0 or -1.0, not an integer"));
        root.set("output", variable("pt_corrected", "real", "corrected transverse momentum [GeV]"));
        AemFormulas aem = new AemFormulas(correction.aem());
        ArrayNode formulas = root.putArray("generic_formulas");
        aem.expressions().forEach(expression -> formulas.add(Nodes.formula(expression)));
        ObjectNode variations = aem.byVariation();
        root.set(
                "data",
                correction
                        .fieldRatio()
                        .map(ratio -> {
                            int first = formulas.size();
                            RatioFormulas.expressions(ratio)
                                    .forEach(expression -> formulas.add(Nodes.formula(expression)));
                            return Nodes.transform("pt", RatioFormulas.rule(ratio, first), variations);
                        })
                        .orElse(variations));
        return root;
    }

    private static ObjectNode variable(String name, String type, String description) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("type", type)
                .put("description", description);
    }

    /** The values that var may have, in the order of the file, for a number of eigen-variations. */
    public static List<String> keys(int variations) {
        return AemFormulas.keys(variations);
    }
}
