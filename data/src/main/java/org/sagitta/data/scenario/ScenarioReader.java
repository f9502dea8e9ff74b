package org.sagitta.data.scenario;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.Resonance;
import org.sagitta.geometry.units.Units;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns the top of a scenario file into values; the worlds are read by {@link WorldReader}. */
final class ScenarioReader {
    /** Sample sizes unless the file says otherwise. */
    private static final Map<Resonance, Integer> DEFAULT_EVENTS =
            Map.of(Resonance.JPSI, 600_000, Resonance.UPSILON_1S, 100_000, Resonance.Z, 200_000);

    private static final long DEFAULT_SEED = 1;

    /** Above twice the mass of the Z, below any collider planned. */
    private static final NumberRange ENERGY = new NumberRange(200, 1e6);

    /** The tracker ends at 2.5. */
    private static final NumberRange ABS_ETA = new NumberRange(0.1, 2.5);
    /** Below, tracks curl up inside the tracker. */
    private static final NumberRange PT_GEV = new NumberRange(0.8, 1000);

    private final String file;

    ScenarioReader(String file) {
        this.file = file;
    }

    Scenario read(Node root) {
        YamlMap top = new YamlMap(file, "", root, Keys.TOP);
        return new Scenario(
                top.text("name"),
                top.has("description") ? top.text("description").strip() : "",
                top.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, DEFAULT_SEED),
                events(top),
                top.number("centre_of_mass_energy_gev", ENERGY),
                GenerationReader.beamSpot(top.map("beam_spot", Keys.BEAM_SPOT)),
                top.optionalMap("generation", Keys.GENERATION)
                        .map(GenerationReader::generation)
                        .orElse(GenerationChoice.STANDARD),
                acceptance(top.map("acceptance", Keys.ACCEPTANCE)),
                WorldReader.truth(top.map("truth", Keys.TRUTH)),
                WorldReader.reconstruction(top.map("reconstruction", Keys.RECONSTRUCTION)),
                top.optionalMap("calibration", Keys.CALIBRATION)
                        .map(CalibrationReader::calibration)
                        .orElse(CalibrationChoice.STANDARD));
    }

    private static Map<Resonance, Integer> events(YamlMap top) {
        Map<Resonance, Integer> counts = new EnumMap<>(DEFAULT_EVENTS);
        Optional<YamlMap> given = top.optionalMap("events", names());
        for (Resonance resonance : Resonance.values()) {
            given.filter(map -> map.has(resonance.name()))
                    .ifPresent(
                            map -> counts.put(resonance, (int) map.whole(resonance.name(), 0, Integer.MAX_VALUE, 0)));
        }
        return counts;
    }

    private static Map<Resonance, Acceptance> acceptance(YamlMap map) {
        double absEtaMax = map.number("abs_eta_max", ABS_ETA);
        YamlMap thresholds = map.map("pt_min_gev", names());
        Map<Resonance, Acceptance> acceptance = new EnumMap<>(Resonance.class);
        for (Resonance resonance : Resonance.values()) {
            String name = resonance.name();
            if (Resonance.closure().contains(resonance) || thresholds.has(name)) {
                acceptance.put(resonance, new Acceptance(absEtaMax, thresholds.number(name, PT_GEV) * Units.GEV));
            }
        }
        return acceptance;
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        List.of(Resonance.values()).forEach(resonance -> names.add(resonance.name()));
        return names;
    }
}
