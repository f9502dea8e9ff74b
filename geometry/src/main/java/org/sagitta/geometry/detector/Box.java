package org.sagitta.geometry.detector;

import org.sagitta.geometry.linear.Vec3;

/** A box with edges along the global axes [mm]. */
record Box(Vec3 low, Vec3 high) {

    /** The smallest box around the four corners of a sensor. */
    static Box around(Sensor sensor) {
        Outline o = sensor.outline();
        Box minus = at(sensor.plane().toGlobal(-o.halfWidthAtMinusV(), -o.halfLength()))
                .join(at(sensor.plane().toGlobal(o.halfWidthAtMinusV(), -o.halfLength())));
        Box plus = at(sensor.plane().toGlobal(-o.halfWidthAtPlusV(), o.halfLength()))
                .join(at(sensor.plane().toGlobal(o.halfWidthAtPlusV(), o.halfLength())));
        return minus.join(plus);
    }

    private static Box at(Vec3 point) {
        return new Box(point, point);
    }

    /** The smallest box around two. */
    Box join(Box o) {
        return new Box(
                new Vec3(Math.min(low.x(), o.low.x()), Math.min(low.y(), o.low.y()), Math.min(low.z(), o.low.z())),
                new Vec3(
                        Math.max(high.x(), o.high.x()),
                        Math.max(high.y(), o.high.y()),
                        Math.max(high.z(), o.high.z())));
    }

    Vec3 centre() {
        return low.plus(high).times(0.5);
    }

    /** Half of the surface [mm2], to which the chance of being hit by a straight line is proportional. */
    double halfSurface() {
        Vec3 d = high.minus(low);
        return d.x() * d.y() + d.y() * d.z() + d.z() * d.x();
    }
}
