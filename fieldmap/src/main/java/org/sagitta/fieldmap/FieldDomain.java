package org.sagitta.fieldmap;

import org.sagitta.geometry.linear.Vec3;

/** The region in which a field is defined. */
public interface FieldDomain {
    boolean contains(Vec3 point);

    /** In words, for messages: "r < 1150 mm and |z| < 2800 mm". */
    String description();
}
