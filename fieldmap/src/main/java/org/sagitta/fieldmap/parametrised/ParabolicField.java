package org.sagitta.fieldmap.parametrised;

import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The rough fast form of the 3.8 T field, Bz = (b0 z^2 + b1 z + c1)(1 + a r^2), Br = Bphi = 0 (cms-sw/cmssw,
 * MagneticField/ParametrizedEngine/src/ParabolicParametrizedMagneticField.cc; lengths in cm there).
 *
 * <p>Kept for comparison only. It is no magnetic field (div B up to 0.2 T/m) and lies up to 4.5 % below the TOSCA
 * parametrisation at |z| = 2.8 m; its published radial coefficient is so small that the radial factor is in effect 1.
 *
 * <p>Domain: r <= 1.15 m, |z| <= 2.8 m, walls included.
 */
public final class ParabolicField implements MagneticField {
    private static final FieldDomain DOMAIN = CylinderDomain.symmetric(1.15 * Units.M, 2.8 * Units.M);
    private static final double C1 = 3.8114; // T
    private static final double B0 = -3.94991e-06; // T/cm^2
    private static final double B1 = 7.53701e-06; // T/cm
    private static final double A = 2.43878e-11; // 1/cm^2

    ParabolicField() {}

    @Override
    public Vec3 at(Vec3 point) {
        if (!DOMAIN.contains(point)) {
            throw new OutOfFieldException(point, DOMAIN);
        }
        double x = point.x() / Units.CM;
        double y = point.y() / Units.CM;
        double z = point.z() / Units.CM;
        return new Vec3(0, 0, (B0 * z * z + B1 * z + C1) * (1 + A * (x * x + y * y)));
    }

    @Override
    public FieldDomain domain() {
        return DOMAIN;
    }
}
