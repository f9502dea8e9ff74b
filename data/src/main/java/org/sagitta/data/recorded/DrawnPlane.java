package org.sagitta.data.recorded;

import org.sagitta.data.io.ig.IgModule;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * The plane half way between the faces of a drawn module, with the axes of a nominal sensor: u along the edges that are
 * nearest to the nominal u. Those two are parallel on rectangles and on wedges, the other two on rectangles only.
 */
final class DrawnPlane {
    private DrawnPlane() {}

    static Plane of(IgModule module, Plane nominal) {
        Vec3 first =
                module.middle(1).minus(module.middle(0)).plus(module.middle(2).minus(module.middle(3)));
        Vec3 second =
                module.middle(2).minus(module.middle(1)).plus(module.middle(3).minus(module.middle(0)));
        boolean firstIsU =
                Math.abs(first.unit().dot(nominal.u())) > Math.abs(second.unit().dot(nominal.u()));
        Vec3 u = firstIsU ? first : second;
        Vec3 v = firstIsU ? second : first;
        return Plane.spannedBy(module.centre(), along(u, nominal.u()), along(v, nominal.v()));
    }

    private static Vec3 along(Vec3 axis, Vec3 nominal) {
        return axis.times(Math.signum(axis.dot(nominal)));
    }
}
