package org.sagitta.fieldmap;

import org.sagitta.geometry.linear.Vec3;

/**
 * A static magnetic field [T] in the global frame. Implementations are immutable and shared between threads.
 *
 * <p>Policy outside {@link #domain()}: {@code at} throws {@link OutOfFieldException}. No model extrapolates and none
 * returns zero. Code that walks a track asks {@code domain().contains(point)} first and reports the track as lost.
 */
public interface MagneticField {

    /**
     * Field vector (Bx, By, Bz) [T].
     *
     * @param point global position [mm]
     * @throws OutOfFieldException if the point is outside {@link #domain()}
     */
    Vec3 at(Vec3 point);

    /** Where the field is defined. */
    FieldDomain domain();

    /** A view for one thread; it may remember where it was asked last. Must give the same numbers as {@link #at}. */
    default FieldCursor cursor() {
        return this::at;
    }
}
