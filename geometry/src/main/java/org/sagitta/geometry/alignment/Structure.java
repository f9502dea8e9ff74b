package org.sagitta.geometry.alignment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * Sensors that move as one body.
 *
 * <p>The origin of its frame is the mean of the sensors' centres. Its axes are
 *
 * <ul>
 *   <li>for a single sensor or the two sides of one module: those of the (first) sensor;
 *   <li>for a structure around the beam, whose centre is less than 1 mm from it: the global ones;
 *   <li>else in the barrel: u along rising phi, v along z, w outwards;
 *   <li>else in an endcap: u along rising phi, v outwards, w along -z.
 * </ul>
 *
 * @param members in the order of their index
 */
public record Structure(StructureLevel level, String name, Plane frame, List<Sensor> members) {
    private static final double AROUND_THE_BEAM_MM = 1.0;
    private static final Vec3 X = new Vec3(1, 0, 0);
    private static final Vec3 Y = new Vec3(0, 1, 0);
    private static final Vec3 Z = new Vec3(0, 0, 1);

    public Structure {
        members = List.copyOf(members);
    }

    /** All structures of a level by name, in the order of their first sensor. */
    public static Map<String, Structure> all(Tracker tracker, StructureLevel level) {
        Map<String, List<Sensor>> groups = tracker.sensors().stream()
                .filter(level::holds)
                .collect(Collectors.groupingBy(level::structureOf, LinkedHashMap::new, Collectors.toList()));
        Map<String, Structure> structures = new LinkedHashMap<>();
        groups.forEach((name, members) -> structures.put(name, of(level, name, members)));
        return structures;
    }

    private static Structure of(StructureLevel level, String name, List<Sensor> members) {
        Vec3 centre = members.stream()
                .map(s -> s.plane().origin())
                .reduce(Vec3.ZERO, Vec3::plus)
                .times(1.0 / members.size());
        return new Structure(level, name, frame(centre, members), members);
    }

    private static Plane frame(Vec3 centre, List<Sensor> members) {
        Sensor first = members.get(0);
        int pair = first.address().pairId();
        if (members.size() == 1
                || (pair != 0 && members.stream().allMatch(s -> s.address().pairId() == pair))) {
            Plane plane = first.plane();
            return new Plane(centre, plane.u(), plane.v(), plane.w());
        }
        if (centre.perp() < AROUND_THE_BEAM_MM) {
            return new Plane(centre, X, Y, Z);
        }
        Vec3 outwards = new Vec3(centre.x(), centre.y(), 0).unit();
        Vec3 alongPhi = Z.cross(outwards);
        Subdetector subdetector = first.address().subdetector();
        return Plane.spannedBy(centre, alongPhi, subdetector.isBarrel() ? Z : outwards);
    }
}
