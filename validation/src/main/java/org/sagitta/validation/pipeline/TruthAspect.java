package org.sagitta.validation.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.data.scenario.WorldChoice;
import org.sagitta.data.simulation.SimulationEffects;

/**
 * One thing in which the truth of a scenario may differ from that of its ideal partner; which hits are seen is common to both.
 *
 * @param change takes it over from the second truth into the first
 */
record TruthAspect(String name, BiFunction<TruthChoice, TruthChoice, TruthChoice> change) {
    private static final List<TruthAspect> ALL = List.of(
            new TruthAspect("field", world((plain, full) -> plain.withField(full.field()))),
            new TruthAspect("material", world((plain, full) -> plain.withMaterial(full.material()))),
            new TruthAspect("alignment", world((plain, full) -> plain.withAlignment(full.alignment()))),
            new TruthAspect("resolution", world((plain, full) -> plain.withResolution(full.resolution()))),
            new TruthAspect("energy loss", effects((plain, full) -> plain.with(full.energyLoss()))),
            new TruthAspect("radiation", effects((plain, full) -> plain.with(full.radiation()))),
            new TruthAspect("scattering", effects((plain, full) -> plain.with(full.scattering()))),
            new TruthAspect("hit errors", effects((plain, full) -> plain.with(full.hitSmearing()))),
            new TruthAspect("wrong hits", effects((plain, full) -> plain.with(full.wrongHits()))));

    private static BiFunction<TruthChoice, TruthChoice, TruthChoice> world(
            BiFunction<WorldChoice, WorldChoice, WorldChoice> change) {
        return (plain, full) -> plain.withWorld(change.apply(plain.world(), full.world()));
    }

    private static BiFunction<TruthChoice, TruthChoice, TruthChoice> effects(
            BiFunction<SimulationEffects, SimulationEffects, SimulationEffects> change) {
        return (plain, full) -> plain.withEffects(change.apply(plain.effects(), full.effects()));
    }

    /** For each aspect in which the scenario differs from its ideal partner, the partner with that aspect alone changed. */
    static Map<String, Scenario> differing(Scenario scenario) {
        Scenario ideal = scenario.idealPartner();
        Map<String, Scenario> worlds = new LinkedHashMap<>();
        for (TruthAspect aspect : ALL) {
            TruthChoice truth = aspect.change.apply(ideal.truth(), scenario.truth());
            if (!truth.equals(ideal.truth())) {
                worlds.put(aspect.name, ideal.withTruth(scenario.name() + " with " + aspect.name, truth));
            }
        }
        return worlds;
    }
}
