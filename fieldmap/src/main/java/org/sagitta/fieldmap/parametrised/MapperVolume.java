package org.sagitta.fieldmap.parametrised;

import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Where the fits to the field mapper hold: r <= 1.9 m, |z| <= 3.5 m, |z| + 2.5 r <= 6.7 m. Beyond, the terms of high
 * degree blow up. The walls belong to it, with the skin of {@link CylinderDomain#SKIN}.
 */
enum MapperVolume implements FieldDomain {
    INSTANCE;

    private static final double R_MAX = 1.9 * Units.M;
    private static final double Z_MAX = 3.5 * Units.M;
    private static final double CORNER = 6.7 * Units.M;
    private static final double CORNER_SLOPE = 2.5;

    /** Up to this r the cylinder goes to its full length. */
    private static final double NEVER_CUT = (CORNER - Z_MAX) / CORNER_SLOPE;

    @Override
    public boolean contains(Vec3 point) {
        double r2 = point.x() * point.x() + point.y() * point.y();
        double z = Math.abs(point.z());
        // The ordinary case needs no root.
        if (r2 <= NEVER_CUT * NEVER_CUT && z <= Z_MAX) {
            return true;
        }
        double r = Math.sqrt(r2);
        return r <= R_MAX + CylinderDomain.SKIN
                && z <= Z_MAX + CylinderDomain.SKIN
                && z + CORNER_SLOPE * r <= CORNER + CylinderDomain.SKIN;
    }

    @Override
    public String description() {
        return "r <= " + R_MAX + " mm, |z| <= " + Z_MAX + " mm and |z| + " + CORNER_SLOPE + " r <= " + CORNER + " mm";
    }
}
