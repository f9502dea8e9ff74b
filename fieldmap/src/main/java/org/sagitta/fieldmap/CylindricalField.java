package org.sagitta.fieldmap;

import org.sagitta.geometry.linear.Vec3;

/**
 * Components of a field vector along increasing r, phi and z [T]: Bx = Br cos phi - Bphi sin phi,
 * By = Br sin phi + Bphi cos phi. On the z axis the azimuth is the one asked for.
 */
public record CylindricalField(double br, double bphi, double bz) {

    /** The components of {@code b} [T] in the directions that belong to the azimuth phi [rad]. */
    public static CylindricalField of(Vec3 b, double phi) {
        double cos = Math.cos(phi);
        double sin = Math.sin(phi);
        return new CylindricalField(b.x() * cos + b.y() * sin, b.y() * cos - b.x() * sin, b.z());
    }

    /**
     * The field at cylindrical coordinates.
     *
     * @param r distance from the z axis [mm]
     * @param phi azimuth [rad]
     * @param z [mm]
     * @throws OutOfFieldException outside the domain of the field
     */
    public static CylindricalField at(FieldCursor field, double r, double phi, double z) {
        return of(field.at(point(r, phi, z)), phi);
    }

    /** The global position [mm] of cylindrical coordinates r [mm], phi [rad], z [mm]. */
    public static Vec3 point(double r, double phi, double z) {
        return new Vec3(r * Math.cos(phi), r * Math.sin(phi), z);
    }

    /** The same vector in Cartesian components [T], at the azimuth phi [rad]. */
    public Vec3 cartesian(double phi) {
        double cos = Math.cos(phi);
        double sin = Math.sin(phi);
        return new Vec3(br * cos - bphi * sin, br * sin + bphi * cos, bz);
    }
}
