package org.sagitta.geometry.surface;

import org.sagitta.geometry.linear.Vec3;

/**
 * A plane with a right-handed local frame: global = origin + u uAxis + v vAxis + w wAxis, w along the normal. On a
 * sensor u is the measuring direction (across the strips) and v runs along the strips.
 *
 * @param origin local (0, 0, 0) [mm]
 * @param u unit vector
 * @param v unit vector, orthogonal to u
 * @param w the normal u x v
 */
public record Plane(Vec3 origin, Vec3 u, Vec3 v, Vec3 w) {

    /** Orthonormality that is demanded of the axes; source tables carry seven decimals. */
    public static final double AXIS_TOLERANCE = 1e-9;

    public Plane {
        check("|u|^2 - 1", u.dot(u) - 1);
        check("|v|^2 - 1", v.dot(v) - 1);
        check("u.v", u.dot(v));
        check("|u x v - w|", u.cross(v).minus(w).norm());
    }

    /** The plane spanned by two axes, made orthonormal: u is kept in direction, v loses its part along u. */
    public static Plane spannedBy(Vec3 origin, Vec3 alongU, Vec3 nearV) {
        Vec3 u = alongU.unit();
        Vec3 v = nearV.plus(-nearV.dot(u), u).unit();
        return new Plane(origin, u, v, u.cross(v));
    }

    private static void check(String what, double deviation) {
        if (!(Math.abs(deviation) <= AXIS_TOLERANCE)) {
            throw new IllegalArgumentException("plane axes: " + what + " = " + deviation + ", allowed is at most "
                    + AXIS_TOLERANCE + " in magnitude");
        }
    }

    /** Local coordinates (u, v, w) [mm] of a global point. */
    public Vec3 toLocal(Vec3 point) {
        Vec3 d = point.minus(origin);
        return new Vec3(d.dot(u), d.dot(v), d.dot(w));
    }

    /** The global point at (u, v) on the plane [mm]. */
    public Vec3 toGlobal(double localU, double localV) {
        return new Vec3(
                origin.x() + localU * u.x() + localV * v.x(),
                origin.y() + localU * u.y() + localV * v.y(),
                origin.z() + localU * u.z() + localV * v.z());
    }

    /** Signed distance [mm] of a point from the plane, positive on the side of w. */
    public double distance(Vec3 point) {
        return (point.x() - origin.x()) * w.x() + (point.y() - origin.y()) * w.y() + (point.z() - origin.z()) * w.z();
    }
}
