package org.sagitta.geometry.passive;

import java.util.Collection;
import java.util.function.DoubleUnaryOperator;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;

/**
 * A thin surface about the z axis that carries matter and measures nothing; the same at both ends of the detector.
 *
 * <p>Its coordinate [mm] is |z| on a cylinder and r on a disk.
 */
public sealed interface PassiveSurface permits PassiveCylinder, PassiveDisk {
    /** What it stands for, such as "TOB inner wall". */
    String name();

    /** The part of the tracker whose factors apply to it. */
    Subdetector part();

    /** Matter at normal incidence along the coordinate. */
    MaterialSteps matter();

    /** The same surface with other matter. */
    PassiveSurface withMatter(MaterialSteps other);

    /** The coordinate of a point of the surface [mm]. */
    double coordinate(Vec3 point);

    /** The factor that carries a point to the surface along its ray from the origin; infinite if the ray misses it. */
    double rayScale(Vec3 point);

    /** |cos| of the angle between a unit direction and the normal at a point of the surface. */
    double cosine(Vec3 point, Vec3 along);

    /** |eta| of a place on the surface, seen from the origin. */
    double absEtaAt(double coordinate);

    /** Area between two coordinates [mm2], both ends together. */
    double area(double from, double to);

    /** The coordinate [mm] at which a straight ray from the origin meets the surface. */
    default double coordinateAt(double absEta) {
        Vec3 along = Vec3.direction(0, 2 * Math.atan(Math.exp(-absEta)));
        return coordinate(along.times(rayScale(along)));
    }

    /** What a straight ray from the origin meets, over |cos|. */
    default MaterialSlab alongRay(double absEta) {
        Vec3 along = Vec3.direction(0, 2 * Math.atan(Math.exp(-absEta)));
        Vec3 point = along.times(rayScale(along));
        MaterialSlab met = matter().at(coordinate(point));
        return met.equals(MaterialSlab.VACUUM) ? met : met.scaled(1 / cosine(point, along));
    }

    /**
     * The same surface with its matter times a factor that is constant between certain |eta|.
     *
     * @param factorAt factor at |eta| of a place, seen from the origin
     * @param absEtaEdges where the factor changes
     */
    default PassiveSurface scaled(DoubleUnaryOperator factorAt, Collection<Double> absEtaEdges) {
        MaterialSteps cut =
                matter().cutAt(absEtaEdges.stream().map(this::coordinateAt).toList());
        return withMatter(cut.scaled(c -> factorAt.applyAsDouble(absEtaAt(c))));
    }
}
