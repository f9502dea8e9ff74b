package org.sagitta.fieldmap.parametrised;

import org.sagitta.fieldmap.AxialField;
import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The simplest field that falls off along z and obeys Maxwell's equations, for tests and comparisons of fitters:
 *
 * <pre>   Bz = b (1 - (z^2 - r^2/2) / L^2),   Br = b r z / L^2</pre>
 *
 * <p>Domain: r <= 1.15 m, |z| <= 2.8 m, walls included.
 *
 * @param centre b, the field at the origin [T]
 * @param length L [mm]
 */
public record QuadraticField(double centre, double length) implements AxialField {
    private static final double LARGEST_R = 1.15 * Units.M;
    private static final double LARGEST_Z = 2.8 * Units.M;
    private static final FieldDomain DOMAIN = CylinderDomain.symmetric(LARGEST_R, LARGEST_Z);

    public QuadraticField {
        if (!Double.isFinite(centre) || !(length > 0)) {
            throw new IllegalArgumentException(
                    "quadratic field: b = " + centre + " T, L = " + length + " mm; b must be finite, L positive");
        }
    }

    @Override
    public Vec3 at(Vec3 point) {
        if (!DOMAIN.contains(point)) {
            throw new OutOfFieldException(point, DOMAIN);
        }
        double scale = centre / (length * length);
        double r2 = point.x() * point.x() + point.y() * point.y();
        double z = point.z();
        return new Vec3(scale * z * point.x(), scale * z * point.y(), centre - scale * (z * z - 0.5 * r2));
    }

    @Override
    public FieldDomain domain() {
        return DOMAIN;
    }

    @Override
    public double symmetryZ() {
        return 0;
    }

    @Override
    public double largestR() {
        return LARGEST_R;
    }

    @Override
    public double largestZ() {
        return LARGEST_Z;
    }
}
