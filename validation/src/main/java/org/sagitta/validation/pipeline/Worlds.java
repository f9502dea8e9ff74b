package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.random.RandomStream;
import org.sagitta.data.scenario.AlignmentChoice;
import org.sagitta.data.scenario.FieldChoice;
import org.sagitta.data.scenario.MaterialChoice;
import org.sagitta.data.scenario.MaterialModel;
import org.sagitta.data.scenario.TruthChoice;
import org.sagitta.data.scenario.WorldChoice;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.fieldmap.grid.FieldSource;
import org.sagitta.geometry.alignment.Alignment;
import org.sagitta.geometry.alignment.Displacement;
import org.sagitta.geometry.alignment.Frame;
import org.sagitta.geometry.alignment.RandomDisplacement;
import org.sagitta.geometry.alignment.StructureLevel;
import org.sagitta.geometry.alignment.WeakMode;
import org.sagitta.geometry.alignment.WeakModeDisplacement;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.passive.CmsPassiveMaterial;
import org.sagitta.geometry.passive.PassiveMaterial;
import org.sagitta.kalman.Conditions;

/** Makes conditions from what a scenario says about a world. Makes each world and opens each field once; for one thread. */
final class Worlds {
    private final Tracker tracker;
    private final long seed;
    private final Map<String, MagneticField> fields = new HashMap<>();
    private final Map<List<Object>, Conditions> made = new HashMap<>();
    private final Map<MaterialChoice, PassiveMaterial> passive = new HashMap<>();
    private final IdentityHashMap<Conditions, SensorIndex> indices = new IdentityHashMap<>();

    /**
     * @param tracker sensors at their ideal positions with their nominal material
     * @param seed of random displacements, and of all else that happens in these worlds
     */
    Worlds(Tracker tracker, long seed) {
        this.tracker = tracker;
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    /** @param name stands for the world in the random numbers of its displacements: "truth" or "reconstruction" */
    Conditions conditions(WorldChoice world, String name) {
        return made.computeIfAbsent(List.of(world, name), key -> make(world, name));
    }

    /** What is simulated: the conditions named "truth", and all matter beside the sensors. */
    SimulatedWorld simulated(TruthChoice truth) {
        Conditions conditions = conditions(truth.world(), "truth");
        return new SimulatedWorld(conditions, passive(truth.world().material()), index(conditions), truth.effects());
    }

    /** The matter that is in no sensor; it stands at its nominal place, wherever the sensors are. */
    private PassiveMaterial passive(MaterialChoice material) {
        return switch (material.model()) {
            case PLANES -> PassiveMaterial.NONE;
            case DETAILED ->
                passive.computeIfAbsent(
                        material, m -> CmsPassiveMaterial.load(tracker).scaled(m::factorAt, m.absEtaEdges()));
        };
    }

    /** The index of the sensors of a world that these worlds made. */
    SensorIndex index(Conditions world) {
        return indices.computeIfAbsent(world, w -> SensorIndex.of(w.tracker()));
    }

    private Conditions make(WorldChoice world, String name) {
        MaterialChoice material = world.material();
        Tracker nominal = material.model() == MaterialModel.DETAILED ? PassiveMaterial.bareSensors(tracker) : tracker;
        Tracker matter = nominal.scaleMaterial(s -> material.factorAt(
                        s.address().subdetector(), Math.abs(s.plane().origin().eta())))
                .scaleResolution(s -> world.resolution().factorAt(s.address().subdetector()));
        return new Conditions(alignment(world.alignment(), name).applyTo(matter), field(world.field()));
    }

    /** The field of that name, without a factor. */
    MagneticField field(String name) {
        return fields.computeIfAbsent(name, FieldSource::open);
    }

    private MagneticField field(FieldChoice choice) {
        MagneticField model = field(choice.model());
        return choice.scale() == 1 ? model : new ScaledField(model, choice.scale());
    }

    private Alignment alignment(AlignmentChoice choice, String name) {
        List<Displacement> displacements = new ArrayList<>();
        for (var mode : choice.weakModes()) {
            displacements.add(
                    new WeakModeDisplacement(WeakMode.fromName(mode.mode()), mode.amplitude(), mode.deltaRad()));
        }
        for (int i = 0; i < choice.random().size(); i++) {
            EventRandom random = EventRandom.of(seed, RandomStream.of(name, RandomPurpose.ALIGNMENT), i);
            double sigma = choice.random().get(i).sigma();
            RandomDisplacement drawn = new RandomDisplacement(
                    StructureLevel.fromName(choice.random().get(i).level()),
                    Frame.GLOBAL,
                    new Vec3(sigma, sigma, sigma),
                    Vec3.ZERO);
            displacements.addAll(drawn.draw(tracker, random::gaussian));
        }
        return new Alignment(displacements);
    }
}
