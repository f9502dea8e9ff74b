package org.sagitta.data.simulation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.passive.MaterialSteps;
import org.sagitta.geometry.passive.PassiveCylinder;
import org.sagitta.geometry.passive.PassiveDisk;
import org.sagitta.geometry.passive.PassiveMaterial;

/**
 * The passive surfaces that a muon can come to, as numbers: first the cylinders from the beam outwards, then the disks, one
 * at each end, in increasing z. Immutable.
 */
final class PassiveTable {
    private final int cylinders;
    private final double[] place;
    private final MaterialSteps[] matter;

    private record Placed(double place, MaterialSteps matter) {}

    /** @param envelope where muons are followed; surfaces outside are left aside: they are in the budget only */
    PassiveTable(PassiveMaterial passive, Envelope envelope) {
        List<Placed> tubes = passive.surfaces().stream()
                .filter(PassiveCylinder.class::isInstance)
                .map(PassiveCylinder.class::cast)
                .filter(c -> c.radius() < envelope.radius())
                .map(c -> new Placed(c.radius(), c.matter()))
                .sorted(Comparator.comparingDouble(Placed::place))
                .toList();
        List<Placed> ends = passive.surfaces().stream()
                .filter(PassiveDisk.class::isInstance)
                .map(PassiveDisk.class::cast)
                .filter(d -> d.absZ() < envelope.halfLength())
                .flatMap(d -> Stream.of(new Placed(-d.absZ(), d.matter()), new Placed(d.absZ(), d.matter())))
                .sorted(Comparator.comparingDouble(Placed::place))
                .toList();
        List<Placed> all = Stream.concat(tubes.stream(), ends.stream()).toList();
        this.cylinders = tubes.size();
        this.place = all.stream().mapToDouble(Placed::place).toArray();
        this.matter = all.stream().map(Placed::matter).toArray(MaterialSteps[]::new);
    }

    int size() {
        return place.length;
    }

    /** How many are cylinders; their numbers come first. */
    int cylinders() {
        return cylinders;
    }

    /** Radius of a cylinder or z of a disk [mm]. */
    double place(int surface) {
        return place[surface];
    }

    /** The first of the surfaces [begin, end), all cylinders or all disks, that is not before a place; {@code end} if there is none. */
    int firstFrom(int begin, int end, double from) {
        int found = Arrays.binarySearch(place, begin, end, from);
        int first = found >= 0 ? found : -(found + 1);
        // Of several at one place it may have found any.
        while (first > begin && place[first - 1] >= from) {
            first--;
        }
        return first;
    }

    /** Whether there is anything of the surface within a margin [mm] of a point on it. */
    boolean isNear(int surface, double x, double y, double z, double margin) {
        double coordinate = coordinate(surface, x, y, z);
        MaterialSteps steps = matter[surface];
        return coordinate >= steps.from() - margin && coordinate < steps.to() + margin;
    }

    /** The matter at a point of the surface, none beyond its ends. */
    MaterialSlab slab(int surface, PathPoint at) {
        return matter[surface].at(coordinate(surface, at.x, at.y, at.z));
    }

    /**
     * Cosine of the angle between the direction of a muon at the surface and the normal, which points outwards or along z.
     */
    double cosine(int surface, Flight flight) {
        return surface < cylinders
                ? (flight.x * flight.tx + flight.y * flight.ty) / Math.sqrt(flight.x * flight.x + flight.y * flight.y)
                : flight.tz;
    }

    private double coordinate(int surface, double x, double y, double z) {
        return surface < cylinders ? Math.abs(z) : Math.sqrt(x * x + y * y);
    }
}
