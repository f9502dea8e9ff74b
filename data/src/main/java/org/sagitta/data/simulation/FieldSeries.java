package org.sagitta.data.simulation;

import org.sagitta.geometry.linear.Vec3;

/**
 * The field a muon sees along a short arc, as a cubic in the path length: B(s) = b0 + b1 s + b2 s^2 + b3 s^3 with b_n in
 * T / mm^n. The cubic goes through the field at the four Gauss-Lobatto points of the arc, s / h = 0, (5 - sqrt 5)/10,
 * (5 + sqrt 5)/10 and 1, whose quadrature is exact to degree five.
 */
record FieldSeries(Vec3 b0, Vec3 b1, Vec3 b2, Vec3 b3) {
    /** The two inner points as fractions of the arc; a + b = 1 and a b = 1/5. */
    static final double INNER_A = 0.1 * (5 - Math.sqrt(5));

    static final double INNER_B = 1 - INNER_A;

    static FieldSeries constant(Vec3 field) {
        return new FieldSeries(field, Vec3.ZERO, Vec3.ZERO, Vec3.ZERO);
    }

    /** The cubic through the fields at the four points of an arc of length h [mm] (Newton's divided differences). */
    static FieldSeries through(Vec3 start, Vec3 atA, Vec3 atB, Vec3 end, double h) {
        Vec3 d01 = atA.minus(start).times(1 / INNER_A);
        Vec3 d12 = atB.minus(atA).times(1 / (INNER_B - INNER_A));
        Vec3 d23 = end.minus(atB).times(1 / (1 - INNER_B));
        Vec3 d012 = d12.minus(d01).times(1 / INNER_B);
        Vec3 d123 = d23.minus(d12).times(1 / (1 - INNER_A));
        Vec3 c3 = d123.minus(d012);
        Vec3 c2 = d012.minus(c3);
        Vec3 c1 = d01.plus(-INNER_A, d012).plus(INNER_A * INNER_B, c3);
        return new FieldSeries(start, c1.times(1 / h), c2.times(1 / (h * h)), c3.times(1 / (h * h * h)));
    }

    /** The same cubic with its origin moved to s [mm]. */
    FieldSeries from(double s) {
        return new FieldSeries(
                b0.plus(s, b1).plus(s * s, b2).plus(s * s * s, b3),
                b1.plus(2 * s, b2).plus(3 * s * s, b3),
                b2.plus(3 * s, b3),
                b3);
    }
}
