package org.sagitta.fieldmap;

import org.sagitta.geometry.linear.Vec3;

/** Another field times a constant, for instance the in-situ factor on the surface map. */
public record ScaledField(MagneticField field, double scale) implements MagneticField {
    public ScaledField {
        if (!Double.isFinite(scale)) {
            throw new IllegalArgumentException("field scale must be finite, got " + scale);
        }
    }

    @Override
    public Vec3 at(Vec3 point) {
        return field.at(point).times(scale);
    }

    @Override
    public FieldDomain domain() {
        return field.domain();
    }

    @Override
    public FieldCursor cursor() {
        FieldCursor cursor = field.cursor();
        return point -> cursor.at(point).times(scale);
    }
}
