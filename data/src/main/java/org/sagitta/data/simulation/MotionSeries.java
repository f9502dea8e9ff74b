package org.sagitta.data.simulation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.batch.lanes.ArcKernel;
import org.sagitta.kalman.batch.lanes.ArcSlots;
import org.sagitta.kalman.batch.lanes.Lanes;

/**
 * Motion of a muon through a field that is a cubic in the path length, as a power series (Taylor-series method, e.g.
 * Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, section I.8).
 *
 * <p>The equation of motion of the unit direction T, dT/ds = lambda T x B(s) with lambda = kappa q/p [1/(T mm)], gives for
 * T(s) = sum T_n s^n and B(s) = sum b_j s^j the recurrence
 *
 * <pre>(n + 1) T_{n+1} = lambda sum_j T_{n-j} x b_j,   r_{n+1} = T_n / (n + 1).</pre>
 *
 * <p>In a constant field this is the helix. What the highest order leaves out is of the size h theta^{@value #ORDER} / 12!
 * for an arc of length h that turns by theta: 1e-13 mm for 100 mm and 0.25 rad. Mutable: a scratch of one thread.
 */
final class MotionSeries {
    /** Highest power of s in the position. */
    static final int ORDER = ArcSlots.ORDER;

    /** A stiff track has a short series: two powers in a row that matter less than this on the arc [mm] end it. */
    static final double NEGLIGIBLE = 1e-8;

    private static final double[] INVERSE = inverses();

    private final double[] x = new double[ORDER + 1];
    private final double[] y = new double[ORDER + 1];
    private final double[] z = new double[ORDER + 1];
    private int order = ORDER;

    private static double[] inverses() {
        double[] inverse = new double[ORDER + 1];
        for (int n = 1; n <= ORDER; n++) {
            inverse[n] = 1.0 / n;
        }
        return inverse;
    }

    /**
     * Starts the series anew.
     *
     * @param flight position, direction and bending at s = 0
     * @param field along the arc, from the same s = 0
     * @param length up to which the series will be used [mm]
     * @param negligible powers that matter less than this there are left out [mm]
     */
    void expand(Flight flight, FieldSeries field, double length, double negligible) {
        x[0] = flight.x;
        y[0] = flight.y;
        z[0] = flight.z;
        x[1] = flight.tx;
        y[1] = flight.ty;
        z[1] = flight.tz;
        directions(flight.bending(), field, length, negligible);
    }

    /** Takes over the series that {@link ArcKernel} has made for one lane. */
    void take(double[] arcs, int lane) {
        order = (int) arcs[ArcSlots.HIGHEST + lane];
        int at = ArcSlots.SERIES + lane;
        for (int n = 0; n <= order; n++) {
            x[n] = arcs[at];
            y[n] = arcs[at + Lanes.WIDTH];
            z[n] = arcs[at + 2 * Lanes.WIDTH];
            at += ArcSlots.NEXT;
        }
    }

    /** The recurrence for T_n, up to the order that matters. The last four T_n are kept at hand, T_n being n0. */
    private void directions(double bending, FieldSeries b, double length, double negligible) {
        double x3 = 0;
        double y3 = 0;
        double z3 = 0;
        double x2 = 0;
        double y2 = 0;
        double z2 = 0;
        double x1 = 0;
        double y1 = 0;
        double z1 = 0;
        double x0 = x[1];
        double y0 = y[1];
        double z0 = z[1];
        double power = length;
        double before = Double.POSITIVE_INFINITY;
        for (int n = 1; n < ORDER; n++) {
            // The term with the latest T comes last: all else is ready before it.
            double ax = y3 * b.z3 - z3 * b.y3 + (y2 * b.z2 - z2 * b.y2) + (y1 * b.z1 - z1 * b.y1);
            double ay = z3 * b.x3 - x3 * b.z3 + (z2 * b.x2 - x2 * b.z2) + (z1 * b.x1 - x1 * b.z1);
            double az = x3 * b.y3 - y3 * b.x3 + (x2 * b.y2 - y2 * b.x2) + (x1 * b.y1 - y1 * b.x1);
            double scale = bending * INVERSE[n];
            double newX = (ax + (y0 * b.z0 - z0 * b.y0)) * scale;
            double newY = (ay + (z0 * b.x0 - x0 * b.z0)) * scale;
            double newZ = (az + (x0 * b.y0 - y0 * b.x0)) * scale;
            x3 = x2;
            y3 = y2;
            z3 = z2;
            x2 = x1;
            y2 = y1;
            z2 = z1;
            x1 = x0;
            y1 = y0;
            z1 = z0;
            x0 = newX;
            y0 = newY;
            z0 = newZ;
            double inverse = INVERSE[n + 1];
            x[n + 1] = newX * inverse;
            y[n + 1] = newY * inverse;
            z[n + 1] = newZ * inverse;
            power *= length;
            double size = power * (Math.abs(newX) + Math.abs(newY) + Math.abs(newZ));
            // Up to that power of s in the direction each power of the field brings in something new.
            if (n > ArcSlots.FIELD_POWERS && size < negligible && before < negligible) {
                order = n + 1;
                return;
            }
            before = size;
        }
        order = ORDER;
    }

    /** r(0) [mm]. */
    Vec3 start() {
        return new Vec3(x[0], y[0], z[0]);
    }

    /** r(s) [mm]. */
    Vec3 position(double s) {
        double px = x[order];
        double py = y[order];
        double pz = z[order];
        for (int n = order - 1; n >= 0; n--) {
            px = Math.fma(px, s, x[n]);
            py = Math.fma(py, s, y[n]);
            pz = Math.fma(pz, s, z[n]);
        }
        return new Vec3(px, py, pz);
    }

    /** Writes down position and direction at s. */
    void locate(double s, PathPoint into) {
        double px = x[order];
        double py = y[order];
        double pz = z[order];
        double dx = 0;
        double dy = 0;
        double dz = 0;
        for (int n = order - 1; n >= 0; n--) {
            dx = Math.fma(dx, s, px);
            dy = Math.fma(dy, s, py);
            dz = Math.fma(dz, s, pz);
            px = Math.fma(px, s, x[n]);
            py = Math.fma(py, s, y[n]);
            pz = Math.fma(pz, s, z[n]);
        }
        into.x = px;
        into.y = py;
        into.z = pz;
        into.tx = dx;
        into.ty = dy;
        into.tz = dz;
    }

    /** Moves a point at s by a step along the path, so small that the curvature at s, from the first powers, will do. */
    void nudge(PathPoint point, double s, double step) {
        double cx = curvature(x, s);
        double cy = curvature(y, s);
        double cz = curvature(z, s);
        point.x += step * (point.tx + 0.5 * step * cx);
        point.y += step * (point.ty + 0.5 * step * cy);
        point.z += step * (point.tz + 0.5 * step * cz);
        point.tx += step * cx;
        point.ty += step * cy;
        point.tz += step * cz;
    }

    /** From the powers that every series has. */
    private static double curvature(double[] c, double s) {
        return 2 * c[2] + s * (6 * c[3] + s * (12 * c[4] + s * (20 * c[5] + s * 30 * c[6])));
    }

    /** The coefficients of r(s) for the first three powers, which nearly are the motion. */
    double x(int power) {
        return x[power];
    }

    double y(int power) {
        return y[power];
    }

    double z(int power) {
        return z[power];
    }

    /** How far the powers above the second can lead on an arc of this length [mm]. */
    double beyondParabola(double length) {
        double sum = 0;
        for (int n = order; n >= 3; n--) {
            sum = (sum + Math.abs(x[n]) + Math.abs(y[n]) + Math.abs(z[n])) * length;
        }
        return sum * length * length;
    }

    /** Writes the coefficients of the distance from the plane of a sensor and returns the highest power. */
    int distanceFrom(SensorTable table, int sensor, double[] into) {
        double wx = table.wx(sensor);
        double wy = table.wy(sensor);
        double wz = table.wz(sensor);
        into[0] = table.w(sensor, x[0], y[0], z[0]);
        for (int n = 1; n <= order; n++) {
            into[n] = x[n] * wx + y[n] * wy + z[n] * wz;
        }
        return order;
    }
}
