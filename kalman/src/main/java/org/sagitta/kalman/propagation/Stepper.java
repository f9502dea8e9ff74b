package org.sagitta.kalman.propagation;

import org.sagitta.fieldmap.FieldCursor;

/**
 * One step of a charged particle through a magnetic field.
 *
 * <p>Equation of motion, with position x [mm], unit direction T, path length s [mm], q/p [1/GeV], kappa =
 * {@link org.sagitta.geometry.units.Units#KAPPA} [GeV/(T mm)] and the field B [T]:
 *
 * <pre>
 *   dx/ds = T,    dT/ds = (q/p) kappa T x B(x),    d(q/p)/ds = 0
 * </pre>
 *
 * A positive charge in a field along +z turns clockwise seen from +z. Matter acts on planes only, never in between.
 * Implementations keep no state.
 */
public interface Stepper {
    /**
     * The flight continued by the path length h [mm], which may be negative.
     *
     * @throws org.sagitta.fieldmap.OutOfFieldException if the field is asked outside its domain
     */
    Flight step(Flight from, double h, FieldCursor field);
}
