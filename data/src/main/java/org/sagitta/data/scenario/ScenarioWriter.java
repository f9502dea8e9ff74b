package org.sagitta.data.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.geometry.units.Units;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes the canonical text of a scenario. */
final class ScenarioWriter {
    private static final int LINE_WIDTH = 120;

    String write(Scenario s) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("name", s.name());
        if (!s.description().isEmpty()) {
            top.put("description", s.description());
        }
        top.put("seed", s.seed());
        top.put("events", perResonance(s.events()));
        top.put("centre_of_mass_energy_gev", s.centreOfMassEnergy());
        top.put("beam_spot", GenerationWriter.beamSpot(s.beamSpot()));
        if (!s.generation().equals(GenerationChoice.STANDARD)) {
            top.put("generation", GenerationWriter.generation(s.generation()));
        }
        top.put("acceptance", acceptance(s));
        top.put("truth", truth(s.truth()));
        top.put("reconstruction", reconstruction(s.reconstruction()));
        Map<String, Object> calibration = CalibrationWriter.calibration(s.calibration());
        if (!calibration.isEmpty()) {
            top.put("calibration", calibration);
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(LINE_WIDTH)
                .build();
        return new Dump(settings).dumpToString(top);
    }

    private static Map<String, Object> acceptance(Scenario s) {
        Map<Resonance, Object> thresholds = new LinkedHashMap<>();
        s.acceptance().forEach((resonance, acceptance) -> thresholds.put(resonance, acceptance.ptMin()));
        return group("abs_eta_max", s.acceptance(Resonance.JPSI).absEtaMax(), "pt_min_gev", perResonance(thresholds));
    }

    private static Map<String, Object> truth(TruthChoice truth) {
        Map<String, Object> map = world(truth.world());
        SimulationEffects effects = truth.effects();
        map.put("hits", HitKeys.write(effects.detection(), effects.wrongHits()));
        map.put(
                "effects",
                group(
                        "scattering", word(effects.scattering()),
                        "energy_loss", word(effects.energyLoss()),
                        "radiation", word(effects.radiation()),
                        "hit_smearing", word(effects.hitSmearing())));
        return map;
    }

    private static Map<String, Object> reconstruction(ReconstructionChoice reconstruction) {
        Map<String, Object> map = world(reconstruction.world());
        if (reconstruction.energyLoss() != FitLoss.MEAN) {
            map.put("energy_loss", word(reconstruction.energyLoss()));
        }
        if (reconstruction.outliers() != OutlierChoice.KEPT) {
            map.put("outliers", word(reconstruction.outliers()));
        }
        return map;
    }

    private static Map<String, Object> world(WorldChoice world) {
        return group(
                "field",
                group("model", world.field().model(), "scale", world.field().scale()),
                "material",
                material(world.material()),
                "alignment",
                alignment(world.alignment()),
                "resolution",
                group(
                        "factor",
                        world.resolution().factor(),
                        "subdetectors",
                        SubdetectorKeys.write(world.resolution().subdetectors())));
    }

    private static Map<String, Object> material(MaterialChoice material) {
        List<Object> regions = new ArrayList<>(material.regions().stream()
                .map(r -> group("abs_eta_min", r.absEtaMin(), "abs_eta_max", r.absEtaMax(), "factor", r.factor()))
                .toList());
        Map<String, Object> parts = SubdetectorKeys.write(material.subdetectors());
        return group(
                "model",
                word(material.model()),
                "factor",
                material.factor(),
                "regions",
                regions,
                "subdetectors",
                parts);
    }

    private static Map<String, Object> alignment(AlignmentChoice alignment) {
        List<Object> modes = new ArrayList<>(alignment.weakModes().stream()
                .map(m -> group("mode", m.mode(), "amplitude", m.amplitude(), "delta_rad", m.deltaRad()))
                .toList());
        List<Object> random = new ArrayList<>(alignment.random().stream()
                .map(r -> group("level", r.level(), "sigma_um", in(Units.UM, r.sigma())))
                .toList());
        return group("weak_modes", modes, "random", random);
    }

    private static Map<String, Object> perResonance(Map<Resonance, ?> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        values.forEach((resonance, value) -> map.put(resonance.name(), value));
        return map;
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static Map<String, Object> group(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /**
     * A native value in another unit, such that multiplying by the unit gives back the value to the last bit: 0.02 mm is
     * 20 um and not 20.000000000000004.
     */
    static double in(double unit, double value) {
        double quotient = value / unit;
        if (!Double.isFinite(quotient)) {
            return quotient;
        }
        double rounded = new BigDecimal(quotient).round(new MathContext(15)).doubleValue();
        for (double candidate : new double[] {rounded, quotient, Math.nextUp(quotient), Math.nextDown(quotient)}) {
            if (candidate * unit == value) {
                return candidate;
            }
        }
        return quotient;
    }
}
