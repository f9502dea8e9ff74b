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
import org.sagitta.calibration.peak.ScaleModel;
import org.sagitta.validation.study.RealDataCalibrationResult;
import org.sagitta.validation.study.RealDataCalibrationResult.Peak;
import org.sagitta.validation.study.RealDataCalibrationResult.Variation;
import org.sagitta.validation.study.RealDataCounts;
import org.sagitta.validation.study.RealDataModel;

/**
 * The result of a calibration on real data as JSON, schema {@value #SCHEMA}. A and offsets are relative, e in GeV, M in
 * 1/GeV; numbers have all digits of a double; keys come in a fixed order.
 */
public final class RealDataCalibrationJson {
    /** Value of "schema". */
    public static final String SCHEMA = "sagitta-calibrate/2";

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
        root.put("chosen", result.chosen().name());
        root.put("significance", result.significance());
        ArrayNode models = root.putArray("models");
        result.models().forEach(model -> models.add(model(model)));
        root.set("variations", variations(result.variations()));
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

    private static ObjectNode model(RealDataModel model) {
        ObjectNode node = NODES.objectNode();
        node.put("name", model.name());
        node.put("fitted_parameters", model.fit().parameterCount());
        node.put("minus_two_log_likelihood", model.minusTwoLogLikelihood());
        model.step()
                .ifPresent(step -> node.putObject("step")
                        .put("from", step.parent())
                        .put("degrees", step.degrees())
                        .put("improvement", step.improvement())
                        .put("probability", step.probability())
                        .put("improvement_measured_momenta", step.improvementMeasured())
                        .put("probability_measured_momenta", step.probabilityMeasured()));
        node.set("parameters", parameters(model.fit()));
        node.set("parameters_measured_momenta", parameters(model.measured()));
        model.closure()
                .ifPresent(closure -> node.putObject("upsilon_after")
                        .put("value", closure.offset())
                        .put("sigma_fit", closure.fitSigma())
                        .put("sigma_calibration", closure.calibrationSigma())
                        .put("sigma", closure.sigma()));
        return node;
    }

    private static ArrayNode parameters(PeakFit fit) {
        ArrayNode array = NODES.arrayNode();
        ScaleModel scale = fit.model().scale();
        for (int i = 0; i < scale.size(); i++) {
            ObjectNode node = array.addObject();
            node.put("name", scale.names().get(i)).put("unit", scale.unit(i));
            node.put("value", fit.scale(i)).put("sigma", fit.scaleError(i));
            ArrayNode row = node.putArray("covariance");
            for (int j = 0; j < scale.size(); j++) {
                row.add(fit.scaleCovariance(i, j));
            }
        }
        return array;
    }

    private static ArrayNode variations(List<Variation> variations) {
        ArrayNode array = NODES.arrayNode();
        for (Variation v : variations) {
            ObjectNode node = array.addObject();
            if (!v.model().isEmpty()) {
                node.put("model", v.model());
            }
            node.put("name", v.name());
            node.set("parameters", parameters(v.fit()));
        }
        return array;
    }

    private static ObjectNode counts(RealDataCounts counts) {
        return NODES.objectNode()
                .put("rows", counts.rows())
                .put("same_sign", counts.sameSign())
                .put("fewer_than_two_muons", counts.fewMuons())
                .put("rows_with_two_fits", counts.twoFits())
                .put("pairs", counts.pairs());
    }

    private static ObjectNode peak(RealDataCalibrationResult result, Peak peak) {
        ObjectNode node = NODES.objectNode();
        node.put("label", peak.label());
        node.set("file", counts(peak.counts()));
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
