package org.sagitta.fieldmap;

import org.sagitta.geometry.linear.Vec3;

/** A field was asked outside its domain. */
public final class OutOfFieldException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public OutOfFieldException(Vec3 point, FieldDomain domain) {
        super("field asked at (" + point.x() + ", " + point.y() + ", " + point.z() + ") mm; it is defined for "
                + domain.description());
    }
}
