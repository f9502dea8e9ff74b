package org.sagitta.geometry.surface;

import java.util.Arrays;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * The path of a charged particle in a uniform field along z; a straight line where the curvature is zero.
 *
 * <p>With the path length s [mm], the unit direction t at the start and the turning rate omega = -curvature perp(t)
 * [rad/mm]:
 *
 * <pre>
 * phi(s) = phi(0) + omega s
 * x(s)   = x(0) + tx S - ty C,   S = sin(omega s) / omega
 * y(s)   = y(0) + ty S + tx C,   C = (1 - cos(omega s)) / omega
 * z(s)   = z(0) + tz s
 * </pre>
 *
 * <p>This solves dT/ds = (q/p) kappa T x B for B = (0, 0, Bz).
 *
 * @param start point at path length zero [mm]
 * @param direction unit vector at the start
 * @param curvature signed transverse curvature kappa q Bz / pT [1/mm]; positive (a positive charge in Bz above zero)
 *     turns clockwise seen from +z
 */
public record Helix(Vec3 start, Vec3 direction, double curvature) {

    /** Deviation of |direction|^2 from one that is let through as rounding. */
    public static final double UNIT_TOLERANCE = 1e-9;

    /** Path lengths of crossings are iterated until a step is below this [mm], far below any resolution. */
    public static final double PATH_TOLERANCE = 1e-9;

    private static final int MAX_ITERATIONS = 200;

    public Helix {
        double excess = direction.dot(direction) - 1;
        if (!(Math.abs(excess) <= UNIT_TOLERANCE) || !Double.isFinite(curvature)) {
            throw new IllegalArgumentException("helix: |direction|^2 - 1 = " + excess + ", curvature = " + curvature
                    + " 1/mm; the direction must be a unit vector and the curvature finite");
        }
    }

    /** The straight line through a point. */
    public static Helix straight(Vec3 start, Vec3 direction) {
        return new Helix(start, direction, 0);
    }

    /**
     * The helix of a charged particle.
     *
     * @param qOverP charge over momentum [1/GeV]
     * @param bz field along z [T]
     */
    public static Helix inField(Vec3 start, Vec3 direction, double qOverP, double bz) {
        double sinTheta = direction.perp();
        // Along the field nothing turns, and 1/pT has no value.
        return new Helix(start, direction, sinTheta == 0 ? 0 : Units.KAPPA * bz * qOverP / sinTheta);
    }

    /** Rate at which the azimuth of the direction grows with the path length [rad/mm]. */
    public double turningRate() {
        return -curvature * direction.perp();
    }

    /** The point at path length s [mm]; s may be negative. */
    public Vec3 pointAt(double s) {
        double angle = turningRate() * s;
        double along = alongTerm(angle, s);
        double across = acrossTerm(angle, s);
        return new Vec3(
                start.x() + direction.x() * along - direction.y() * across,
                start.y() + direction.y() * along + direction.x() * across,
                start.z() + direction.z() * s);
    }

    /** The unit direction at path length s [mm]. */
    public Vec3 directionAt(double s) {
        double angle = turningRate() * s;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Vec3(
                direction.x() * cos - direction.y() * sin, direction.y() * cos + direction.x() * sin, direction.z());
    }

    /** All path lengths in (0, maxPathLength] at which the helix meets the plane, in rising order [mm]. */
    public double[] pathLengthsTo(Plane plane, double maxPathLength) {
        return pathLengthsTo(plane, 0, maxPathLength);
    }

    /**
     * All path lengths in (from, to] at which the helix meets the plane, in rising order [mm]; empty if it lies in the
     * plane.
     *
     * <p>The distance from the plane along the path is f(s) = d0 + P S + Q C + K s with P = wx tx + wy ty, Q = wy tx -
     * wx ty, K = wz tz. Its derivative R cos(omega s - alpha) + K, R = |(P, Q)|, alpha = atan2(Q, P), has known zeros.
     * Between two of them f is monotone and has at most one root, which a bracketed Newton iteration finds.
     */
    public double[] pathLengthsTo(Plane plane, double from, double to) {
        if (!Double.isFinite(from) || !Double.isFinite(to)) {
            throw new IllegalArgumentException(
                    "helix: path length from " + from + " to " + to + " mm; both must be finite");
        }
        Distance f = new Distance(this, plane);
        double[] turning = f.stationaryPoints(from, to);
        double[] roots = new double[turning.length + 1];
        int n = 0;
        double a = from;
        double fa = f.at(a);
        for (int i = 0; i <= turning.length; i++) {
            double b = i < turning.length ? turning[i] : to;
            double fb = f.at(b);
            if (fb == 0 && b > a && !(fa == 0 && f.isConstant())) {
                roots[n++] = b;
            } else if (fa * fb < 0) {
                roots[n++] = f.rootBetween(a, b, fa);
            }
            a = b;
            fa = fb;
        }
        return Arrays.copyOf(roots, n);
    }

    /** sin(angle) / angle times s. */
    private static double alongTerm(double angle, double s) {
        return angle == 0 ? s : s * Math.sin(angle) / angle;
    }

    /** (1 - cos(angle)) / angle times s, without cancellation. */
    private static double acrossTerm(double angle, double s) {
        if (angle == 0) {
            return 0;
        }
        double half = Math.sin(0.5 * angle);
        return s * 2 * half * half / angle;
    }

    /** Signed distance from a plane as a function of the path length. */
    private record Distance(double omega, double atStart, double p, double q, double k) {

        Distance(Helix helix, Plane plane) {
            this(
                    helix.turningRate(),
                    plane.distance(helix.start),
                    plane.w().x() * helix.direction.x() + plane.w().y() * helix.direction.y(),
                    plane.w().y() * helix.direction.x() - plane.w().x() * helix.direction.y(),
                    plane.w().z() * helix.direction.z());
        }

        double at(double s) {
            double angle = omega * s;
            return atStart + p * alongTerm(angle, s) + q * acrossTerm(angle, s) + k * s;
        }

        double slopeAt(double s) {
            double angle = omega * s;
            return p * Math.cos(angle) + q * Math.sin(angle) + k;
        }

        boolean isConstant() {
            return k == 0 && p == 0 && (q == 0 || omega == 0);
        }

        /** Where the slope changes sign inside (from, to), in rising order. */
        double[] stationaryPoints(double from, double to) {
            double r = Math.hypot(p, q);
            if (omega == 0 || r <= Math.abs(k)) {
                return new double[0];
            }
            double alpha = Math.atan2(q, p);
            double beta = Math.acos(-k / r);
            double[] first = everyTurn((alpha - beta) / omega, from, to);
            double[] second = everyTurn((alpha + beta) / omega, from, to);
            double[] all = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, all, first.length, second.length);
            Arrays.sort(all);
            return all;
        }

        /** The path lengths s + n period inside (from, to). */
        private double[] everyTurn(double s, double from, double to) {
            double period = 2 * Math.PI / Math.abs(omega);
            double lowest = s + period * Math.ceil((from - s) / period);
            if (lowest <= from) {
                lowest += period;
            }
            int n = lowest < to ? (int) Math.ceil((to - lowest) / period) : 0;
            double[] points = new double[n];
            for (int i = 0; i < n; i++) {
                points[i] = lowest + i * period;
            }
            return points;
        }

        /** The root of a monotone stretch on which f changes sign. */
        double rootBetween(double a, double b, double fa) {
            double low = a;
            double high = b;
            double s = 0.5 * (a + b);
            for (int i = 0; i < MAX_ITERATIONS; i++) {
                double fs = at(s);
                if (fs == 0) {
                    return s;
                }
                if (fs * fa > 0) {
                    low = s;
                } else {
                    high = s;
                }
                double next = s - fs / slopeAt(s);
                if (!(next > low && next < high)) {
                    next = 0.5 * (low + high);
                }
                double step = Math.abs(next - s);
                s = next;
                if (step <= PATH_TOLERANCE) {
                    return s;
                }
            }
            return s;
        }
    }
}
