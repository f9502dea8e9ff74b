package org.sagitta.data.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.SimulationEffects.HitSmearing;
import org.sagitta.data.simulation.hit.Detection;
import org.sagitta.data.simulation.hit.WrongHits;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.grid.FieldSource;
import org.sagitta.geometry.alignment.StructureLevel;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** Reads the sections {@code truth} and {@code reconstruction}. Only the field must be named; the rest is nominal. */
final class WorldReader {
    /** The cylinder that holds all centres of sensors, rounded up [mm]; the corners of the outermost stand out by 0.3 mm. */
    private static final double TRACKER_RADIUS = 1.1 * Units.M;

    private static final double TRACKER_HALF_LENGTH = 2.72 * Units.M;

    private static final NumberRange SCALE = new NumberRange(0.5, 2);
    private static final NumberRange MATERIAL_FACTOR = new NumberRange(0, 10);
    private static final NumberRange ABS_ETA = new NumberRange(0, 10);
    /** In units of the CMS defaults, which move sensors by up to 0.6 mm. */
    private static final NumberRange AMPLITUDE = new NumberRange(-100, 100);

    private static final NumberRange PHASE_RAD = new NumberRange(-10, 10);
    private static final NumberRange SIGMA_UM = new NumberRange(0, 1e4);
    private static final NumberRange RESOLUTION_FACTOR = new NumberRange(0.01, 100);

    private WorldReader() {}

    static TruthChoice truth(YamlMap map) {
        SimulationEffects effects = map.optionalMap("effects", Keys.EFFECTS)
                .map(WorldReader::effects)
                .orElse(SimulationEffects.FULL);
        Optional<YamlMap> hits = map.optionalMap("hits", Keys.HITS);
        effects = effects.with(hits.map(HitKeys::detection).orElse(Detection.PERFECT))
                .with(hits.map(HitKeys::wrongHits).orElse(WrongHits.NONE));
        WorldChoice world = world(map, EnumSet.allOf(MaterialModel.class));
        if (effects.hitSmearing() == HitSmearing.CLUSTERS && !world.resolution().equals(ResolutionChoice.NOMINAL)) {
            throw map.wrong("resolution", "none beside effects.hit_smearing: clusters, which has errors of its own");
        }
        return new TruthChoice(world, effects);
    }

    /** What the fit believes: it knows matter on the planes of sensors only. */
    static ReconstructionChoice reconstruction(YamlMap map) {
        return new ReconstructionChoice(
                world(map, EnumSet.of(MaterialModel.PLANES)),
                map.word("energy_loss", FitLoss.class, FitLoss.MEAN),
                map.word("outliers", OutlierChoice.class, OutlierChoice.KEPT));
    }

    private static WorldChoice world(YamlMap map, Set<MaterialModel> models) {
        YamlMap field = map.map("field", Keys.FIELD);
        return new WorldChoice(
                new FieldChoice(field(field, "model"), field.number("scale", SCALE, 1)),
                map.optionalMap("material", Keys.MATERIAL)
                        .map(material -> material(material, models))
                        .orElse(MaterialChoice.NOMINAL),
                map.optionalMap("alignment", Keys.ALIGNMENT)
                        .map(WorldReader::alignment)
                        .orElse(AlignmentChoice.IDEAL),
                map.optionalMap("resolution", Keys.RESOLUTION)
                        .map(WorldReader::resolution)
                        .orElse(ResolutionChoice.NOMINAL));
    }

    /** The name of a field model that exists, or a field map that can be read and covers the tracker. */
    static String field(YamlMap map, String key) {
        String given = map.text(key);
        try {
            String name =
                    FieldSource.isGrid(given) ? FieldSource.grid(map.resolve(FieldSource.gridPath(given))) : given;
            checkCover(name, FieldSource.open(name).domain());
            return name;
        } catch (BadInputException e) {
            throw map.because(key, e);
        }
    }

    /** Tracks would end where the field ends, and no pair would ever be accepted. */
    private static void checkCover(String name, FieldDomain domain) {
        for (int end = -1; end <= 1; end += 2) {
            if (FieldSource.isGrid(name) && !domain.contains(new Vec3(TRACKER_RADIUS, 0, end * TRACKER_HALF_LENGTH))) {
                throw BadInputException.data(FieldSource.gridPath(name) + ": covers " + domain.description()
                        + ", must cover the tracker, r <= " + TRACKER_RADIUS + " mm and |z| <= "
                        + TRACKER_HALF_LENGTH + " mm");
            }
        }
    }

    /** The name of a weak mode that exists. */
    private static String weakMode(YamlMap map) {
        String name = map.text("mode");
        try {
            WeakMode.fromName(name);
        } catch (BadInputException e) {
            throw map.because("mode", e);
        }
        return name;
    }

    /** The name of a level of structures that exists. */
    private static String level(YamlMap map) {
        String name = map.text("level");
        try {
            StructureLevel.fromName(name);
        } catch (BadInputException e) {
            throw map.because("level", e);
        }
        return name;
    }

    private static SimulationEffects effects(YamlMap map) {
        SimulationEffects full = SimulationEffects.FULL;
        return full.with(map.word("scattering", SimulationEffects.Scattering.class, full.scattering()))
                .with(map.word("energy_loss", SimulationEffects.EnergyLoss.class, full.energyLoss()))
                .with(map.word("radiation", SimulationEffects.Radiation.class, full.radiation()))
                .with(map.word("hit_smearing", SimulationEffects.HitSmearing.class, full.hitSmearing()));
    }

    private static MaterialChoice material(YamlMap map, Set<MaterialModel> models) {
        MaterialModel model = map.word("model", MaterialModel.class, MaterialModel.PLANES);
        if (!models.contains(model)) {
            throw map.wrong("model", "'planes': the fit knows matter on the sensors only");
        }
        List<MaterialRegion> regions = new ArrayList<>();
        for (YamlMap item : map.list("regions", Keys.REGION)) {
            regions.add(region(item, regions));
        }
        return new MaterialChoice(
                model,
                map.number("factor", MATERIAL_FACTOR, 1),
                regions,
                SubdetectorKeys.read(map, "subdetectors", MATERIAL_FACTOR));
    }

    /** Of sensors; without {@code factor} it is one. */
    private static ResolutionChoice resolution(YamlMap map) {
        return new ResolutionChoice(
                map.number("factor", RESOLUTION_FACTOR, 1),
                SubdetectorKeys.read(map, "subdetectors", RESOLUTION_FACTOR));
    }

    private static MaterialRegion region(YamlMap map, List<MaterialRegion> before) {
        double low = map.number("abs_eta_min", ABS_ETA);
        double high = map.number("abs_eta_max", ABS_ETA);
        if (!(high > low)) {
            throw map.wrong("abs_eta_max", "a number above abs_eta_min (" + low + ")");
        }
        for (MaterialRegion other : before) {
            if (low < other.absEtaMax() && high > other.absEtaMin()) {
                throw map.wrong(
                        "abs_eta_min",
                        "a region that does not overlap " + other.absEtaMin() + " to " + other.absEtaMax());
            }
        }
        return new MaterialRegion(low, high, map.number("factor", MATERIAL_FACTOR));
    }

    private static AlignmentChoice alignment(YamlMap map) {
        List<WeakModeChoice> modes = new ArrayList<>();
        for (YamlMap item : map.list("weak_modes", Keys.WEAK_MODE)) {
            modes.add(new WeakModeChoice(
                    weakMode(item), item.number("amplitude", AMPLITUDE), item.number("delta_rad", PHASE_RAD, 0)));
        }
        List<RandomDisplacementChoice> random = new ArrayList<>();
        for (YamlMap item : map.list("random", Keys.RANDOM)) {
            random.add(new RandomDisplacementChoice(level(item), item.number("sigma_um", SIGMA_UM) * Units.UM));
        }
        return new AlignmentChoice(modes, random);
    }
}
