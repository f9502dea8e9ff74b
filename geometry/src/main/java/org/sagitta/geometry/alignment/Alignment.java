package org.sagitta.geometry.alignment;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.input.BadInputException;
import org.sagitta.geometry.input.DidYouMean;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * A list of displacements. Each is worked out on the tracker as it is given, before any of them: structures, their
 * centres and axes, and the positions that weak modes depend on do not move along. The motions are then applied in the
 * order of the list.
 */
public record Alignment(List<Displacement> displacements) {
    /** Nothing moves. */
    public static final Alignment NONE = new Alignment(List.of());

    public Alignment {
        displacements = List.copyOf(displacements);
    }

    /**
     * The displaced tracker.
     *
     * @throws BadInputException (usage) if a displacement names a structure that the tracker does not have
     */
    public Tracker applyTo(Tracker tracker) {
        if (displacements.isEmpty()) {
            return tracker;
        }
        Plane[] planes = tracker.sensors().stream().map(Sensor::plane).toArray(Plane[]::new);
        Map<StructureLevel, Map<String, Structure>> structures = new EnumMap<>(StructureLevel.class);
        for (Displacement displacement : displacements) {
            if (displacement instanceof StructureDisplacement move) {
                Map<String, Structure> level = structures.computeIfAbsent(move.level(), l -> Structure.all(tracker, l));
                Structure structure = find(level, move);
                RigidMotion motion = motion(structure, move);
                structure.members().forEach(s -> planes[s.index()] = motion.apply(planes[s.index()]));
            } else if (displacement instanceof WeakModeDisplacement weak) {
                for (Sensor s : tracker.sensors()) {
                    Vec3 shift = weak.mode().displacement(s.plane().origin(), weak.amplitude(), weak.deltaRad());
                    planes[s.index()] = RigidMotion.shift(shift).apply(planes[s.index()]);
                }
            }
        }
        return tracker.map(s -> s.withPlane(planes[s.index()]));
    }

    private static Structure find(Map<String, Structure> level, StructureDisplacement move) {
        Structure structure = level.get(move.structure());
        if (structure == null) {
            throw BadInputException.usage("displacement: there is no " + move.level() + " named \"" + move.structure()
                    + "\"" + DidYouMean.hint(move.structure(), level.keySet()));
        }
        return structure;
    }

    private static RigidMotion motion(Structure structure, StructureDisplacement move) {
        Plane frame = structure.frame();
        return switch (move.frame()) {
            case GLOBAL -> new RigidMotion(frame.origin(), move.translation(), move.rotation());
            case LOCAL ->
                new RigidMotion(frame.origin(), toGlobal(frame, move.translation()), toGlobal(frame, move.rotation()));
        };
    }

    private static Vec3 toGlobal(Plane frame, Vec3 local) {
        return Vec3.ZERO.plus(local.x(), frame.u()).plus(local.y(), frame.v()).plus(local.z(), frame.w());
    }
}
