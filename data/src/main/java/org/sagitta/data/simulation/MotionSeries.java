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
    /** Highest power of s kept in the position. */
    static final int ORDER = 11;

    private final double[] x = new double[ORDER + 1];
    private final double[] y = new double[ORDER + 1];
    private final double[] z = new double[ORDER + 1];
    private final double[] tx = new double[ORDER];
    private final double[] ty = new double[ORDER];
    private final double[] tz = new double[ORDER];
    private final double[] bx = new double[4];
    private final double[] by = new double[4];
    private final double[] bz = new double[4];

    /**
     * Starts the series anew.
     *
     * @param position at s = 0 [mm]
     * @param direction unit vector at s = 0
     * @param bending lambda [1/(T mm)]
     * @param field along the arc, from the same s = 0
     */
    void expand(Vec3 position, Vec3 direction, double bending, FieldSeries field) {
        setField(0, field.b0(), bending);
        setField(1, field.b1(), bending);
        setField(2, field.b2(), bending);
        setField(3, field.b3(), bending);
        x[0] = position.x();
        y[0] = position.y();
        z[0] = position.z();
        tx[0] = direction.x();
        ty[0] = direction.y();
        tz[0] = direction.z();
        for (int n = 1; n < ORDER; n++) {
            nextDirection(n);
        }
        for (int n = 1; n <= ORDER; n++) {
            x[n] = tx[n - 1] / n;
            y[n] = ty[n - 1] / n;
            z[n] = tz[n - 1] / n;
        }
    }

    private void setField(int power, Vec3 coefficient, double bending) {
        bx[power] = bending * coefficient.x();
        by[power] = bending * coefficient.y();
        bz[power] = bending * coefficient.z();
    }

    /** T_n from the lower orders. */
    private void nextDirection(int n) {
        double ax = 0;
        double ay = 0;
        double az = 0;
        int last = Math.min(n - 1, 3);
        for (int j = 0; j <= last; j++) {
            int i = n - 1 - j;
            ax += ty[i] * bz[j] - tz[i] * by[j];
            ay += tz[i] * bx[j] - tx[i] * bz[j];
            az += tx[i] * by[j] - ty[i] * bx[j];
        }
        tx[n] = ax / n;
        ty[n] = ay / n;
        tz[n] = az / n;
    }

    /** r(s) [mm]. */
    Vec3 position(double s) {
        return new Vec3(sum(x, ORDER, s), sum(y, ORDER, s), sum(z, ORDER, s));
    }

    /** T(s), a unit vector. */
    Vec3 direction(double s) {
        return new Vec3(sum(tx, ORDER - 1, s), sum(ty, ORDER - 1, s), sum(tz, ORDER - 1, s)).unit();
    }

    /** Coefficients of the distance from a plane, w . (r(s) - origin), written into {@code into}. */
    void distanceFrom(Vec3 origin, Vec3 w, double[] into) {
        into[0] = (x[0] - origin.x()) * w.x() + (y[0] - origin.y()) * w.y() + (z[0] - origin.z()) * w.z();
        for (int n = 1; n <= ORDER; n++) {
            into[n] = x[n] * w.x() + y[n] * w.y() + z[n] * w.z();
        }
    }

    private static double sum(double[] c, int order, double s) {
        double value = c[order];
        for (int n = order - 1; n >= 0; n--) {
            value = value * s + c[n];
        }
        return value;
    }
}
