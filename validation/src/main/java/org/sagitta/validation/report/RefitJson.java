package org.sagitta.validation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.sagitta.data.io.ig.IgEventName;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.validation.study.RefitBin;
import org.sagitta.validation.study.RefitChoice;
import org.sagitta.validation.study.RefitComparison;
import org.sagitta.validation.study.RefitFailure;
import org.sagitta.validation.study.RefitQuantity;
import org.sagitta.validation.study.RefitResult;
import org.sagitta.validation.study.Spread;
import org.sagitta.validation.study.TrackComparison;

/**
 * The refit of recorded tracks as JSON, schema {@value #SCHEMA}. Keys carry the unit and come in a fixed order; numbers have
 * all digits of a double, what does not exist is null.
 */
public final class RefitJson {
    /** Value of "schema". */
    public static final String SCHEMA = "sagitta-refit/1";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RefitJson() {}

    /** The text, ending with a newline. */
    public static String of(RefitResult result) {
        ObjectNode root = NODES.objectNode();
        root.put("schema", SCHEMA);
        root.put("label", RefitTable.title(result));
        root.set("choice", choice(result.choice()));
        ArrayNode events = root.putArray("events");
        result.events().forEach(name -> events.add(event(name)));
        ArrayNode leftOut = root.putArray("left_out");
        result.leftOut().forEach(e -> leftOut.add(event(e.event()).put("reason", e.reason())));
        RefitComparison comparison = result.comparison();
        root.set("all", bin(comparison.all()));
        root.set("by_abs_eta", bins(comparison.byEta()));
        root.set("by_pt_gev", bins(comparison.byPt()));
        ObjectNode failures = root.putObject("failures");
        comparison.failures().forEach(failures::put);
        root.set("effects", effects(result));
        ArrayNode tracks = root.putArray("tracks");
        comparison.tracks().forEach(track -> tracks.add(track(track)));
        try {
            return new ObjectMapper()
                            .writer(new DefaultPrettyPrinter())
                            .writeValueAsString(root)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }

    private static ObjectNode choice(RefitChoice choice) {
        return NODES.objectNode()
                .put("field", choice.field())
                .put("mass_hypothesis", choice.particle().name())
                .put("energy_loss", choice.energyLoss().name())
                .put("pt_min_gev", choice.ptMinGev())
                .put("min_hits", choice.minHits());
    }

    private static ObjectNode event(IgEventName name) {
        return NODES.objectNode().put("run", name.run()).put("event", name.event());
    }

    private static ArrayNode bins(List<RefitBin> bins) {
        ArrayNode array = NODES.arrayNode();
        bins.forEach(b -> array.add(bin(b)));
        return array;
    }

    private static ObjectNode bin(RefitBin bin) {
        ObjectNode node = NODES.objectNode();
        JsonNumbers.put(node, "low", bin.low());
        JsonNumbers.put(node, "high", bin.high());
        node.put("tracks", bin.tracks());
        node.put("fitted", bin.fitted());
        node.put("good", bin.good());
        JsonNumbers.put(node, "good_fraction", bin.goodFraction().orElse(Double.NaN));
        node.put("same_charge", bin.sameCharge());
        JsonNumbers.put(node, "chi2_per_ndof_median", bin.chi2PerNdof());
        JsonNumbers.put(node, "listed_chi2_per_ndof_median", bin.listedChi2PerNdof());
        for (RefitQuantity quantity : RefitQuantity.values()) {
            node.set(quantity.key(), spread(bin.differences().get(quantity)));
        }
        return node;
    }

    private static ObjectNode spread(Spread spread) {
        ObjectNode node = NODES.objectNode();
        JsonNumbers.put(node, "median", spread.median());
        JsonNumbers.put(node, "median_error", spread.medianError());
        JsonNumbers.put(node, "half_width_68", spread.halfWidth());
        return node;
    }

    private static ArrayNode effects(RefitResult result) {
        ArrayNode array = NODES.arrayNode();
        List<RefitBin> regions = result.comparison().byEta();
        result.effects().forEach(effect -> {
            ObjectNode node = array.addObject().put("name", effect.name());
            node.set("all", spread(effect.all()));
            ArrayNode byEta = node.putArray("by_abs_eta");
            for (int i = 0; i < regions.size(); i++) {
                ObjectNode region = spread(effect.byEta().get(i));
                JsonNumbers.put(region, "low", regions.get(i).low());
                JsonNumbers.put(region, "high", regions.get(i).high());
                byEta.add(region);
            }
        });
        return array;
    }

    private static ObjectNode track(TrackComparison track) {
        ObjectNode node = event(track.event()).put("row", track.row());
        node.put("hits", track.listed().hits().size());
        node.putObject("listed")
                .put("pt_gev", track.listed().pt())
                .put("eta", track.listed().eta())
                .put("phi_rad", track.listed().phi())
                .put("charge", track.listed().charge())
                .put("chi2", track.listed().chi2())
                .put("ndof", track.listed().ndof());
        track.fitted().ifPresent(fit -> {
            PerigeeState state = fit.atListed();
            node.putObject("fitted")
                    .put("pt_gev", state.pt())
                    .put("eta", state.eta())
                    .put("phi_rad", state.phi())
                    .put("charge", state.charge())
                    .put("d0_mm", state.d0())
                    .put("z0_mm", state.z0())
                    .put("chi2", fit.chi2())
                    .put("ndof", fit.ndof())
                    .put("wide_clusters", fit.wideClusters());
        });
        if (track.outcome() instanceof RefitFailure failure) {
            node.put("failure", failure.reason()).put("detail", failure.detail());
        }
        return node;
    }
}
