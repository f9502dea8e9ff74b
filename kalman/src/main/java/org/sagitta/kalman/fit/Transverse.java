package org.sagitta.kalman.fit;

import org.sagitta.geometry.linear.Vec3;

/** Geometry of circles in the transverse plane. */
final class Transverse {
    private Transverse() {}

    /** Distance in the transverse plane [mm]. */
    static double chord(Vec3 a, Vec3 b) {
        return b.minus(a).perp();
    }

    /** Half the angle that the arc of the given curvature [1/mm] over a chord turns by; a right angle beyond a diameter. */
    static double halfTurn(double chord, double curvature) {
        return Math.asin(Math.max(-1, Math.min(1, 0.5 * curvature * chord)));
    }

    /** Length of the arc of the given curvature [1/mm] over a chord [mm]; beyond a diameter it grows with the chord. */
    static double arc(double chord, double curvature) {
        double half = 0.5 * curvature * chord;
        return half == 0 ? chord : chord * halfTurn(chord, curvature) / Math.max(-1, Math.min(1, half));
    }

    /**
     * Curvature [1/mm] of the circle through three points, positive if it turns counter-clockwise seen from +z: four
     * times the area of the triangle over the product of its sides.
     */
    static double curvature(Vec3 a, Vec3 b, Vec3 c) {
        Vec3 ab = b.minus(a);
        Vec3 ac = c.minus(a);
        return 2 * (ab.x() * ac.y() - ab.y() * ac.x()) / (ab.perp() * ac.perp() * chord(b, c));
    }
}
