package org.sagitta.fieldmap;

import org.sagitta.geometry.linear.Vec3;

/**
 * The closed cylinder perp <= rMax, zMin <= z <= zMax [mm]. The walls belong to it, and so does a skin of
 * {@value #SKIN} mm: a point written as (r, phi, z) on the wall must not fall out by the rounding of r cos phi.
 */
public record CylinderDomain(double rMax, double zMin, double zMax) implements FieldDomain {
    /** Width of the skin [mm]; a thousand times the rounding of a coordinate of a few metres. */
    public static final double SKIN = 1e-9;

    public CylinderDomain {
        if (!(rMax > 0) || !(zMax > zMin)) {
            throw new IllegalArgumentException(
                    "cylinder needs rMax > 0 and zMin < zMax, got " + rMax + ", " + zMin + ", " + zMax + " mm");
        }
    }

    /** The cylinder perp <= rMax, |z| <= halfLength [mm]. */
    public static CylinderDomain symmetric(double rMax, double halfLength) {
        return new CylinderDomain(rMax, -halfLength, halfLength);
    }

    @Override
    public boolean contains(Vec3 p) {
        double r = rMax + SKIN;
        return p.x() * p.x() + p.y() * p.y() <= r * r && p.z() >= zMin - SKIN && p.z() <= zMax + SKIN;
    }

    @Override
    public String description() {
        String axial = zMin == -zMax ? "|z| <= " + zMax + " mm" : zMin + " <= z <= " + zMax + " mm";
        return "r <= " + rMax + " mm and " + axial;
    }
}
