package org.sagitta.validation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.validation.study.Harmonics;
import org.sagitta.validation.study.MassShift;
import org.sagitta.validation.study.WeakModeLegs;
import org.sagitta.validation.study.WeakModeMasses;
import org.sagitta.validation.study.WeakModeResponse;

/** The response to weak modes as JSON, schema {@value #SCHEMA}, keys in a fixed order; figures that do not exist are null. */
public final class WeakModeJson {
    public static final String SCHEMA = "sagitta-weakmodes/1";

    private WeakModeJson() {}

    /**
     * The whole result.
     *
     * @param seed of the run
     */
    public static ObjectNode tree(long seed, List<WeakModeResponse> responses) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("seed", seed);
        responses.forEach(r -> mode(root.withArray("modes").addObject(), r));
        return root;
    }

    private static void mode(ObjectNode node, WeakModeResponse r) {
        node.put("mode", r.mode());
        node.put("amplitude", r.amplitude());
        node.put("epsilon", r.epsilon());
        node.put("epsilon_unit", r.unit());
        node.put("edge_um", r.edgeUm());
        node.put("term", r.term());
        node.put("shape", r.shape());
        node.put("predicted", r.predicted());
        JsonNumbers.put(node, "found_over_predicted", r.found());
        JsonNumbers.put(node, "chi2", r.chi2());
        JsonNumbers.put(node, "ndof", r.ndof());
        JsonNumbers.put(node, "tracks_to_see", r.tracksToSee());
        r.legs().forEach(bin -> legs(node.withArray("legs").addObject(), bin));
        r.masses().forEach(m -> masses(node.withObject("/masses").putObject(m.resonance()), m));
    }

    private static void legs(ObjectNode node, WeakModeLegs bin) {
        node.put("eta_low", bin.etaLow());
        node.put("eta_high", bin.etaHigh());
        node.put("muons", bin.muons());
        harmonics(node.putObject("a"), bin.a());
        harmonics(node.putObject("e_gev"), bin.e());
        harmonics(node.putObject("m_per_gev"), bin.m());
        harmonics(node.putObject("d0_um"), bin.d0());
        harmonics(node.putObject("z0_um"), bin.z0());
        harmonics(node.putObject("predicted_a"), bin.predictedA());
        harmonics(node.putObject("predicted_m_per_gev"), bin.predictedM());
        harmonics(node.putObject("predicted_z0_um"), bin.predictedZ0());
        JsonNumbers.put(node, "chi2", bin.chi2());
        JsonNumbers.put(node, "ndof", bin.ndof());
    }

    private static void harmonics(ObjectNode node, Harmonics h) {
        for (int i = 0; i < Harmonics.TERMS.size(); i++) {
            JsonNumbers.put(node, Harmonics.TERMS.get(i), h.values().get(i));
            JsonNumbers.put(node, Harmonics.TERMS.get(i) + "_error", h.errors().get(i));
        }
    }

    private static void masses(ObjectNode node, WeakModeMasses m) {
        shift(node.putObject("inclusive"), m.inclusive());
        shift(node.putObject("barrel"), m.barrel());
        m.byEta().forEach(bin -> shift(node.withArray("by_eta").addObject(), bin));
        m.byPhi().forEach(bin -> shift(node.withArray("by_phi").addObject(), bin));
    }

    private static void shift(ObjectNode node, MassShift s) {
        JsonNumbers.put(node, "low", s.low());
        JsonNumbers.put(node, "high", s.high());
        node.put("pairs", s.pairs());
        JsonNumbers.put(node, "shift", s.shift());
        JsonNumbers.put(node, "error", s.error());
        JsonNumbers.put(node, "predicted", s.predicted());
        JsonNumbers.put(node, "after_jpsi", s.after());
        JsonNumbers.put(node, "after_jpsi_error", s.afterError());
    }
}
