package org.sagitta.fieldmap.parametrised;

import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.linear.Vec3;

/** The same vector [T] everywhere; tracks in it are helices. */
public record UniformField(Vec3 value) implements MagneticField {
    public UniformField {
        if (!Double.isFinite(value.x()) || !Double.isFinite(value.y()) || !Double.isFinite(value.z())) {
            throw new IllegalArgumentException("uniform field must be finite, got " + value + " T");
        }
    }

    /** A field of bz [T] along z. */
    public static UniformField alongZ(double bz) {
        return new UniformField(new Vec3(0, 0, bz));
    }

    @Override
    public Vec3 at(Vec3 point) {
        return value;
    }

    @Override
    public FieldDomain domain() {
        return Everywhere.INSTANCE;
    }

    private enum Everywhere implements FieldDomain {
        INSTANCE;

        @Override
        public boolean contains(Vec3 point) {
            return true;
        }

        @Override
        public String description() {
            return "every point";
        }
    }
}
