package org.sagitta.fieldmap;

import org.sagitta.geometry.linear.Vec3;

/** One thread's way of asking a field; never shared. */
@FunctionalInterface
public interface FieldCursor {
    /** Field vector [T] at a global position [mm]; same contract as {@link MagneticField#at}. */
    Vec3 at(Vec3 point);
}
