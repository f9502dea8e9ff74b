package org.sagitta.data.simulation;

import org.sagitta.geometry.linear.Vec3;

/**
 * Motion of a muon through a field that is a cubic in the path length, as a power series (Taylor-series method, e.g.
 * Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, section I.8).
 *
 * <p>The equation of motion of the unit direction T, dT/ds = lambda T x B(s) with lambda = kappa q/p [1/(T mm)], gives for
 * T(s) = sum T_n s^n and B(s) = sum b_j s^j the recurrence
 *
 * <pre>(n + 1) T_{n+1} = lambda sum_j T_{n-j} x b_j,   r_{n+1} = T_n / (n + 1).</pre>
 *
 * <p>In a constant field this is the helix. What is left out is of the size h theta^{@value #ORDER} / 12! for an arc of
 * length h that turns by theta: 1e-13 mm for 100 mm and 0.25 rad. Mutable: a scratch of one thread.
 */
final class MotionSeries {
    /** Highest power of s in the position. */
    static final int ORDER = 11;

    /** A stiff track has a short series: two powers in a row that matter less than this on the arc [mm] end it. */
    private static final double NEGLIGIBLE = 1e-13;

    /** Up to this power of s in the direction each power of the field brings in something new. */
    private static final int FIELD_POWERS = 4;

    private final double[] x = new double[ORDER + 1];
    private final double[] y = new double[ORDER + 1];
    private final double[] z = new double[ORDER + 1];
    /** T_n stands at n + 3, behind three zeros for T_-3 to T_-1, so that the sum has four terms at every order. */
    private final double[] tx = new double[ORDER + 3];

    private final double[] ty = new double[ORDER + 3];
    private final double[] tz = new double[ORDER + 3];
    private int order = ORDER;

    /**
     * Starts the series anew.
     *
     * @param position at s = 0 [mm]
     * @param direction unit vector at s = 0
     * @param bending lambda [1/(T mm)]
     * @param field along the arc, from the same s = 0
     * @param length up to which the series will be used [mm]
     */
    void expand(Vec3 position, Vec3 direction, double bending, FieldSeries field, double length) {
        x[0] = position.x();
        y[0] = position.y();
        z[0] = position.z();
        tx[3] = direction.x();
        ty[3] = direction.y();
        tz[3] = direction.z();
        directions(bending, field, length);
        for (int n = 1; n <= order; n++) {
            x[n] = tx[n + 2] / n;
            y[n] = ty[n + 2] / n;
            z[n] = tz[n + 2] / n;
        }
    }

    /** The recurrence for T_n, up to the order that matters. */
    private void directions(double bending, FieldSeries field, double length) {
        Vec3 b0 = field.b0();
        Vec3 b1 = field.b1();
        Vec3 b2 = field.b2();
        Vec3 b3 = field.b3();
        double power = length;
        double before = Double.POSITIVE_INFINITY;
        for (int n = 1; n < ORDER; n++) {
            // T_{n-1-j} stands at i - j.
            int i = n + 2;
            double ax = ty[i] * b0.z() - tz[i] * b0.y() + ty[i - 1] * b1.z() - tz[i - 1] * b1.y();
            double ay = tz[i] * b0.x() - tx[i] * b0.z() + tz[i - 1] * b1.x() - tx[i - 1] * b1.z();
            double az = tx[i] * b0.y() - ty[i] * b0.x() + tx[i - 1] * b1.y() - ty[i - 1] * b1.x();
            ax += ty[i - 2] * b2.z() - tz[i - 2] * b2.y() + ty[i - 3] * b3.z() - tz[i - 3] * b3.y();
            ay += tz[i - 2] * b2.x() - tx[i - 2] * b2.z() + tz[i - 3] * b3.x() - tx[i - 3] * b3.z();
            az += tx[i - 2] * b2.y() - ty[i - 2] * b2.x() + tx[i - 3] * b3.y() - ty[i - 3] * b3.x();
            double scale = bending / n;
            tx[i + 1] = ax * scale;
            ty[i + 1] = ay * scale;
            tz[i + 1] = az * scale;
            power *= length;
            double size = power * (Math.abs(tx[i + 1]) + Math.abs(ty[i + 1]) + Math.abs(tz[i + 1]));
            if (n > FIELD_POWERS && size < NEGLIGIBLE && before < NEGLIGIBLE) {
                order = n + 1;
                return;
            }
            before = size;
        }
        order = ORDER;
    }

    /** r(s) [mm]. */
    Vec3 position(double s) {
        return new Vec3(sum(x, 0, order, s), sum(y, 0, order, s), sum(z, 0, order, s));
    }

    /** T(s), a unit vector. */
    Vec3 direction(double s) {
        return new Vec3(sum(tx, 3, order - 1, s), sum(ty, 3, order - 1, s), sum(tz, 3, order - 1, s)).unit();
    }

    /** Writes the coefficients of the distance from a plane, w . (r(s) - origin), and returns the highest power. */
    int distanceFrom(Vec3 origin, Vec3 w, double[] into) {
        into[0] = (x[0] - origin.x()) * w.x() + (y[0] - origin.y()) * w.y() + (z[0] - origin.z()) * w.z();
        for (int n = 1; n <= order; n++) {
            into[n] = x[n] * w.x() + y[n] * w.y() + z[n] * w.z();
        }
        return order;
    }

    private static double sum(double[] c, int first, int powers, double s) {
        double value = c[first + powers];
        for (int i = first + powers - 1; i >= first; i--) {
            value = value * s + c[i];
        }
        return value;
    }
}
