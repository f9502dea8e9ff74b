package org.sagitta.validation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakProjection;
import org.sagitta.validation.study.RealDataCalibrationResult;
import org.sagitta.validation.study.RealDataCalibrationResult.Peak;
import org.sagitta.validation.study.RealDataCalibrationResult.Variation;

/**
 * The result of a calibration on real data as JSON, schema {@value #SCHEMA}. Scales and offsets are relative; numbers
 * have all digits of a double; keys come in a fixed order.
 */
public final class RealDataCalibrationJson {
    /** Value of "schema". */
    public static final String SCHEMA = "sagitta-calibrate/1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RealDataCalibrationJson() {}

    /** The text, ending with a newline. */
    public static String of(RealDataCalibrationResult result) {
        ObjectNode root = NODES.objectNode();
        root.put("schema", SCHEMA);
        PeakFit inclusive = result.inclusive();
        root.set("A", value(inclusive.scale(0), inclusive.scaleError(0)));
        root.set("A_by_abs_eta", byEta(result.byEta()));
        root.put("A_by_abs_eta_chi2", result.etaDependence());
        root.put("A_by_abs_eta_probability", result.etaDependenceProbability());
        root.set("A_variations", variations(result.variations()));
        ObjectNode offsets = root.putObject("mass_offsets");
        offsets.set("JPSI", peak(result, result.jpsi()));
        result.validation().ifPresent(peak -> offsets.set("UPSILON", peak(result, peak)));
        try {
            return new ObjectMapper()
                            .writer(new DefaultPrettyPrinter())
                            .writeValueAsString(root)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }

    private static ObjectNode value(double value, double sigma) {
        return NODES.objectNode().put("value", value).put("sigma", sigma);
    }

    private static ArrayNode byEta(PeakFit fit) {
        ArrayNode array = NODES.arrayNode();
        EtaBinning bins = fit.model().bins();
        for (int b = 0; b < bins.size(); b++) {
            ObjectNode node = array.addObject();
            node.put("low", bins.low(b));
            node.put("high", bins.high(b));
            node.put("value", fit.scale(b));
            ArrayNode row = node.putArray("covariance");
            for (int c = 0; c < bins.size(); c++) {
                row.add(fit.scaleCovariance(b, c));
            }
            node.put("sigma", fit.scaleError(b));
        }
        return array;
    }

    private static ArrayNode variations(List<Variation> variations) {
        ArrayNode array = NODES.arrayNode();
        for (Variation v : variations) {
            array.addObject().put("name", v.name()).put("value", v.value()).put("sigma", v.sigma());
        }
        return array;
    }

    private static ObjectNode peak(RealDataCalibrationResult result, Peak peak) {
        ObjectNode node = NODES.objectNode();
        node.put("label", peak.label());
        node.put("pairs", peak.after().quality().pairs());
        node.set("before", value(peak.before().scale(0), peak.before().scaleError(0)));
        ObjectNode after = value(peak.after().scale(0), result.errorAfter(peak));
        after.put("sigma_fit", peak.after().scaleError(0));
        node.set("after", after);
        node.set("variations", variations(peak.variations()));
        PeakProjection projection = peak.projection();
        ObjectNode quality = node.putObject("goodness_of_fit");
        quality.put("chi2", projection.chi2());
        quality.put("bins", projection.observed().size());
        quality.put("parameters", projection.fittedParameters());
        quality.put("probability_low", projection.probabilityAtLeast());
        quality.put("probability_high", projection.probabilityAtMost());
        return node;
    }
}
