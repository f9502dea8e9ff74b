package org.sagitta.geometry.alignment;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * A turn about a point, then a shift: x' = pivot + R (x - pivot) + translation.
 *
 * @param pivot [mm]
 * @param translation [mm], global axes
 * @param rotation vector along the axis, its length the angle [rad], global axes
 */
record RigidMotion(Vec3 pivot, Vec3 translation, Vec3 rotation) {

    static RigidMotion shift(Vec3 translation) {
        return new RigidMotion(Vec3.ZERO, translation, Vec3.ZERO);
    }

    Plane apply(Plane plane) {
        if (rotation.equals(Vec3.ZERO)) {
            return new Plane(plane.origin().plus(translation), plane.u(), plane.v(), plane.w());
        }
        Vec3 origin = pivot.plus(turned(plane.origin().minus(pivot))).plus(translation);
        return Plane.spannedBy(origin, turned(plane.u()), turned(plane.v()));
    }

    /** Rodrigues: R a = a + sin(t) k x a + (1 - cos t) k x (k x a), with rotation = t k. */
    private Vec3 turned(Vec3 a) {
        double angle = rotation.norm();
        Vec3 axis = rotation.times(1 / angle);
        Vec3 across = axis.cross(a);
        double half = Math.sin(0.5 * angle);
        return a.plus(Math.sin(angle), across).plus(2 * half * half, axis.cross(across));
    }
}
