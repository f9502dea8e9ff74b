package org.sagitta.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.EtaBasis;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.EtaPolynomial;
import org.sagitta.calibration.model.EtaSpline;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.FieldTerm;
import org.sagitta.calibration.model.Harmonic;
import org.sagitta.calibration.model.LossMomentum;
import org.sagitta.calibration.model.LossRise;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.model.MisalignmentShape;

/** The part "model" of the text form of a correction, which is described at {@link CorrectionJson}. */
final class ModelJson {
    private ModelJson() {}

    static String formula(LossShape loss) {
        return "k1 = k / field_ratio; k' = k1 (1 + A - e k1"
                + (loss.momentum() == LossMomentum.TOTAL ? " sin(theta)" : "")
                + (loss.rise().perEFold() > 0 ? " (1 + r ln(p / p_ref))" : "")
                + ") + q M; k = 1/pT [1/GeV]";
    }

    static void write(AemModel model, ObjectNode node) {
        writeField(model.field(), node);
        LossShape loss = model.loss();
        node.set("loss_eta_edges", JsonKeys.numbers(loss.bins().edges()));
        if (loss.momentum() == LossMomentum.TOTAL) {
            node.put("loss_momentum", "total");
        }
        if (!loss.rise().equals(LossRise.NONE)) {
            node.put("loss_rise_per_e_fold", loss.rise().perEFold());
            node.put("loss_reference_gev", loss.rise().reference());
        }
        ArrayNode misalignment = node.putArray("misalignment_terms");
        model.misalignment().harmonics().forEach(harmonic -> misalignment.add("M" + harmonic.symbol()));
        if (model.misalignmentBasis() instanceof EtaSpline spline) {
            node.set("misalignment_eta_knots", JsonKeys.numbers(spline.knots()));
        } else if (model.misalignmentBasis() instanceof EtaBinning bins) {
            node.set("misalignment_eta_edges", JsonKeys.numbers(bins.edges()));
        }
    }

    private static void writeField(FieldShape field, ObjectNode node) {
        ArrayNode terms = node.putArray("field_terms");
        if (field.basis() instanceof EtaPolynomial polynomial) {
            polynomial.terms().forEach(term -> terms.add(term.symbol()));
        } else if (field.basis() instanceof EtaBinning bins) {
            node.set("field_eta_edges", JsonKeys.numbers(bins.edges()));
        } else if (field.basis() instanceof EtaSpline spline) {
            node.set("field_eta_knots", JsonKeys.numbers(spline.knots()));
        }
        if (field.order() > 0) {
            node.put("field_harmonics", field.order());
        }
    }

    static AemModel read(JsonNode node) {
        JsonKeys keys = new JsonKeys(
                "model",
                node,
                "field_terms",
                "field_eta_edges",
                "field_eta_knots",
                "field_harmonics",
                "loss_eta_edges",
                "loss_momentum",
                "loss_rise_per_e_fold",
                "loss_reference_gev",
                "misalignment_terms",
                "misalignment_eta_edges",
                "misalignment_eta_knots");
        List<Harmonic> harmonics = JsonKeys.toNames("misalignment_terms", keys.required("misalignment_terms")).stream()
                .map(name -> byName(name, Harmonic.upTo(Harmonic.MAX_ORDER), harmonic -> "M" + harmonic.symbol()))
                .toList();
        return AemModel.of(readField(keys), readLoss(keys), new MisalignmentShape(misalignmentBasis(keys), harmonics));
    }

    private static EtaBasis misalignmentBasis(JsonKeys keys) {
        return keys.optional("misalignment_eta_knots")
                .<EtaBasis>map(knots -> EtaSpline.of(JsonKeys.toNumbers("misalignment_eta_knots", knots)))
                .orElseGet(() -> toBins("misalignment_eta_edges", keys.required("misalignment_eta_edges")));
    }

    private static FieldShape readField(JsonKeys keys) {
        FieldTerm[] terms = JsonKeys.toNames("field_terms", keys.required("field_terms")).stream()
                .map(name -> byName(name, List.of(FieldTerm.values()), FieldTerm::symbol))
                .toArray(FieldTerm[]::new);
        Optional<EtaBasis> bins = keys.optional("field_eta_edges")
                .map(edges -> EtaBinning.of(JsonKeys.toNumbers("field_eta_edges", edges)));
        Optional<EtaBasis> spline = keys.optional("field_eta_knots")
                .map(knots -> EtaSpline.of(JsonKeys.toNumbers("field_eta_knots", knots)));
        if ((terms.length > 0 ? 1 : 0) + (bins.isPresent() ? 1 : 0) + (spline.isPresent() ? 1 : 0) > 1) {
            throw new IllegalArgumentException(
                    "model gives more than one of field_terms, field_eta_edges, field_eta_knots");
        }
        int order = keys.optional("field_harmonics")
                .map(n -> JsonKeys.toWhole("field_harmonics", n))
                .orElse(0);
        return new FieldShape(bins.or(() -> spline).orElseGet(() -> EtaPolynomial.of(terms)), order);
    }

    private static LossShape readLoss(JsonKeys keys) {
        LossMomentum momentum = keys.optional("loss_momentum")
                .map(node -> byName(
                        node.asText(),
                        List.of(LossMomentum.values()),
                        m -> m.name().toLowerCase(Locale.ROOT)))
                .orElse(LossMomentum.TRANSVERSE);
        LossRise rise = keys.optional("loss_rise_per_e_fold")
                .map(node -> new LossRise(
                        JsonKeys.toNumber("loss_rise_per_e_fold", node),
                        JsonKeys.toNumber("loss_reference_gev", keys.required("loss_reference_gev"))))
                .orElse(LossRise.NONE);
        return new LossShape(toBins("loss_eta_edges", keys.required("loss_eta_edges")), momentum, rise);
    }

    private static <T> T byName(String name, Collection<T> all, Function<T, String> symbol) {
        return all.stream()
                .filter(term -> symbol.apply(term).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model term \"" + name + "\" is unknown, allowed are "
                        + all.stream().map(symbol).toList()));
    }

    private static EtaBinning toBins(String key, JsonNode node) {
        double[] edges = JsonKeys.toNumbers(key, node);
        return edges.length == 0 ? EtaBinning.NONE : EtaBinning.of(edges);
    }
}
