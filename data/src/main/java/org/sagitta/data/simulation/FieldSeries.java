package org.sagitta.data.simulation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.batch.lanes.ArcSlots;
import org.sagitta.kalman.batch.lanes.Lanes;

/**
 * The field a muon sees along a short arc, as a cubic in the path length: B(s) = b0 + b1 s + b2 s^2 + b3 s^3 with b_n in
 * T / mm^n. The cubic goes through the field at the four Gauss-Lobatto points of the arc, s / h = 0, (5 - sqrt 5)/10,
 * (5 + sqrt 5)/10 and 1, whose quadrature is exact to degree five. Mutable: a scratch of one thread.
 */
final class FieldSeries {
    /** The two inner points as fractions of the arc; a + b = 1 and a b = 1/5. */
    static final double INNER_A = 0.1 * (5 - Math.sqrt(5));

    static final double INNER_B = 1 - INNER_A;

    double x0;
    double x1;
    double x2;
    double x3;
    double y0;
    double y1;
    double y2;
    double y3;
    double z0;
    double z1;
    double z2;
    double z3;

    /** The same field [T] everywhere. */
    void constant(Vec3 field) {
        x0 = field.x();
        y0 = field.y();
        z0 = field.z();
        x1 = 0;
        x2 = 0;
        x3 = 0;
        y1 = 0;
        y2 = 0;
        y3 = 0;
        z1 = 0;
        z2 = 0;
        z3 = 0;
    }

    /** The cubic through the fields at the four points of an arc of length h [mm] (Newton's divided differences). */
    void through(Vec3 start, Vec3 atA, Vec3 atB, Vec3 end, double h) {
        double inverse = 1 / h;
        x0 = start.x();
        x3 = third(start.x(), atA.x(), atB.x(), end.x());
        x2 = second(start.x(), atA.x(), atB.x()) - x3;
        x1 = (first(start.x(), atA.x(), atB.x()) + INNER_A * INNER_B * x3) * inverse;
        y0 = start.y();
        y3 = third(start.y(), atA.y(), atB.y(), end.y());
        y2 = second(start.y(), atA.y(), atB.y()) - y3;
        y1 = (first(start.y(), atA.y(), atB.y()) + INNER_A * INNER_B * y3) * inverse;
        z0 = start.z();
        z3 = third(start.z(), atA.z(), atB.z(), end.z());
        z2 = second(start.z(), atA.z(), atB.z()) - z3;
        z1 = (first(start.z(), atA.z(), atB.z()) + INNER_A * INNER_B * z3) * inverse;
        double inverse2 = inverse * inverse;
        double inverse3 = inverse2 * inverse;
        x2 *= inverse2;
        y2 *= inverse2;
        z2 *= inverse2;
        x3 *= inverse3;
        y3 *= inverse3;
        z3 *= inverse3;
    }

    /** Coefficient of the parabola through the first three points, for h = 1. */
    private static double second(double start, double atA, double atB) {
        double d01 = (atA - start) * (1 / INNER_A);
        double d12 = (atB - atA) * (1 / (INNER_B - INNER_A));
        return (d12 - d01) * (1 / INNER_B);
    }

    /** Slope at the start of that parabola. */
    private static double first(double start, double atA, double atB) {
        return (atA - start) * (1 / INNER_A) - INNER_A * second(start, atA, atB);
    }

    /** Coefficient of the cubic. */
    private static double third(double start, double atA, double atB, double end) {
        double d12 = (atB - atA) * (1 / (INNER_B - INNER_A));
        double d23 = (end - atB) * (1 / (1 - INNER_B));
        return (d23 - d12) * (1 / (1 - INNER_A)) - second(start, atA, atB);
    }

    /** Takes over the cubic of one lane. */
    void take(double[] arcs, int lane) {
        int at = ArcSlots.FIELD + lane;
        x0 = arcs[at];
        y0 = arcs[at + Lanes.WIDTH];
        z0 = arcs[at + 2 * Lanes.WIDTH];
        at += ArcSlots.NEXT;
        x1 = arcs[at];
        y1 = arcs[at + Lanes.WIDTH];
        z1 = arcs[at + 2 * Lanes.WIDTH];
        at += ArcSlots.NEXT;
        x2 = arcs[at];
        y2 = arcs[at + Lanes.WIDTH];
        z2 = arcs[at + 2 * Lanes.WIDTH];
        at += ArcSlots.NEXT;
        x3 = arcs[at];
        y3 = arcs[at + Lanes.WIDTH];
        z3 = arcs[at + 2 * Lanes.WIDTH];
    }

    /** Hands the cubic over to a lane. */
    void put(double[] arcs, int lane) {
        int at = ArcSlots.FIELD + lane;
        arcs[at] = x0;
        arcs[at + Lanes.WIDTH] = y0;
        arcs[at + 2 * Lanes.WIDTH] = z0;
        at += ArcSlots.NEXT;
        arcs[at] = x1;
        arcs[at + Lanes.WIDTH] = y1;
        arcs[at + 2 * Lanes.WIDTH] = z1;
        at += ArcSlots.NEXT;
        arcs[at] = x2;
        arcs[at + Lanes.WIDTH] = y2;
        arcs[at + 2 * Lanes.WIDTH] = z2;
        at += ArcSlots.NEXT;
        arcs[at] = x3;
        arcs[at + Lanes.WIDTH] = y3;
        arcs[at + 2 * Lanes.WIDTH] = z3;
    }

    /** Moves the origin of the cubic to s [mm]. */
    void moveTo(double s) {
        x0 += s * (x1 + s * (x2 + s * x3));
        y0 += s * (y1 + s * (y2 + s * y3));
        z0 += s * (z1 + s * (z2 + s * z3));
        x1 += s * (2 * x2 + 3 * s * x3);
        y1 += s * (2 * y2 + 3 * s * y3);
        z1 += s * (2 * z2 + 3 * s * z3);
        x2 += 3 * s * x3;
        y2 += 3 * s * y3;
        z2 += 3 * s * z3;
    }

    /** |b0| [T]. */
    double strength() {
        return Math.sqrt(x0 * x0 + y0 * y0 + z0 * z0);
    }

    /** |b3| [T/mm^3]. */
    double cubic() {
        return Math.sqrt(x3 * x3 + y3 * y3 + z3 * z3);
    }

    /** What |dB/ds| is at most up to s [T/mm]. */
    double steepest(double s) {
        return Math.abs(x1)
                + Math.abs(y1)
                + Math.abs(z1)
                + s
                        * (2 * (Math.abs(x2) + Math.abs(y2) + Math.abs(z2))
                                + 3 * s * (Math.abs(x3) + Math.abs(y3) + Math.abs(z3)));
    }
}
