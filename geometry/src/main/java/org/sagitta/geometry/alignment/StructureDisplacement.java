package org.sagitta.geometry.alignment;

import org.sagitta.geometry.linear.Vec3;

/**
 * One structure is moved as a rigid body: turned about its centre, then shifted.
 *
 * @param structure name of the structure at this level
 * @param frame axes of both vectors
 * @param translation [mm]
 * @param rotation vector along the axis, its length the angle [rad], right-handed; applied exactly, not to first order
 */
public record StructureDisplacement(
        StructureLevel level, String structure, Frame frame, Vec3 translation, Vec3 rotation) implements Displacement {}
