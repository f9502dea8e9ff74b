package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.ArcSlots.*;
import static org.sagitta.kalman.batch.lanes.FlightSlots.FIELD_X;
import static org.sagitta.kalman.batch.lanes.FlightSlots.PLACE_X;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

import org.sagitta.geometry.units.Units;

/** The text of {@link ArcKernel}; the build derives {@code simd.VectorArc} from it. */
final class ScalarArc implements ArcKernel {
    private static final int W = Lanes.WIDTH;

    /** Where the points are on the arc: Gauss-Lobatto. */
    private static final double[] FRACTION = {0.1 * (5 - Math.sqrt(5)), 0.1 * (5 + Math.sqrt(5)), 1};

    @Override
    public void predict(double[] arcs, double[][] points) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int highest = expandLane(arcs, lane);
            locateLane(arcs, highest, lane);
            placeLane(arcs, points, lane);
        }
    }

    @Override
    public void correct(double[] arcs, double[][] points) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            collocateLane(arcs, points, lane);
            int highest = expandLane(arcs, lane);
            locateLane(arcs, highest, lane);
            missLane(arcs, points, lane);
        }
    }

    /** Newton's divided differences, for each component. */
    private static void collocateLane(double[] a, double[][] points, int o) {
        double perKappa = of(1 / Units.KAPPA);
        double inverse = div(of(1), load(a, ARC_LENGTH + o));
        double inverse2 = mul(inverse, inverse);
        for (int n = 0; n < 3; n++) {
            double start = mul(perKappa, load(points[START], FIELD_X + n * W + o));
            double atA = mul(perKappa, load(points[INNER_A], FIELD_X + n * W + o));
            double atB = mul(perKappa, load(points[INNER_B], FIELD_X + n * W + o));
            double end = mul(perKappa, load(points[END], FIELD_X + n * W + o));
            double toA = mul(of(1 / FRACTION[0]), sub(atA, start));
            double toB = mul(of(1 / (FRACTION[1] - FRACTION[0])), sub(atB, atA));
            double toEnd = mul(of(1 / (1 - FRACTION[1])), sub(end, atB));
            double second = mul(of(1 / FRACTION[1]), sub(toB, toA));
            double third = fma(of(1 / (1 - FRACTION[0])), sub(toEnd, toB), neg(second));
            double slope = fma(of(FRACTION[0]), fma(of(FRACTION[1]), third, neg(second)), toA);
            store(start, a, FIELD + n * W + o);
            store(mul(slope, inverse), a, FIELD + NEXT + n * W + o);
            store(mul(sub(second, third), inverse2), a, FIELD + 2 * NEXT + n * W + o);
            store(mul(third, mul(inverse2, inverse)), a, FIELD + 3 * NEXT + n * W + o);
        }
    }

    /**
     * The recurrence for the direction T_n, the last four of which are kept at hand, T_n being n0; returns the highest power of all these
     * lanes.
     */
    private static int expandLane(double[] a, int o) {
        double bx0 = load(a, FIELD + o);
        double by0 = load(a, FIELD + W + o);
        double bz0 = load(a, FIELD + 2 * W + o);
        double bx1 = load(a, FIELD + NEXT + o);
        double by1 = load(a, FIELD + NEXT + W + o);
        double bz1 = load(a, FIELD + NEXT + 2 * W + o);
        double bx2 = load(a, FIELD + 2 * NEXT + o);
        double by2 = load(a, FIELD + 2 * NEXT + W + o);
        double bz2 = load(a, FIELD + 2 * NEXT + 2 * W + o);
        double bx3 = load(a, FIELD + 3 * NEXT + o);
        double by3 = load(a, FIELD + 3 * NEXT + W + o);
        double bz3 = load(a, FIELD + 3 * NEXT + 2 * W + o);
        double length = load(a, ARC_LENGTH + o);
        double x0 = load(a, SERIES + NEXT + o);
        double y0 = load(a, SERIES + NEXT + W + o);
        double z0 = load(a, SERIES + NEXT + 2 * W + o);
        double x1 = of(0);
        double y1 = of(0);
        double z1 = of(0);
        double x2 = of(0);
        double y2 = of(0);
        double z2 = of(0);
        double x3 = of(0);
        double y3 = of(0);
        double z3 = of(0);
        double power = length;
        double before = of(Double.POSITIVE_INFINITY);
        double bending = load(a, BENDING + o);
        double going = of(1);
        double highest = of(1);
        int n = 1;
        while (n < ORDER && anyLess(of(0), going)) {
            double ax = dot(y1, bz1, y2, bz2, y3, bz3);
            double ay = dot(z1, bx1, z2, bx2, z3, bx3);
            double az = dot(x1, by1, x2, by2, x3, by3);
            double cx = dot(z1, by1, z2, by2, z3, by3);
            double cy = dot(x1, bz1, x2, bz2, x3, bz3);
            double cz = dot(y1, bx1, y2, bx2, y3, bx3);
            // A series that has come to its end goes on with zeros.
            double scale = mul(mul(bending, going), of(1.0 / n));
            x3 = x2;
            y3 = y2;
            z3 = z2;
            x2 = x1;
            y2 = y1;
            z2 = z1;
            x1 = x0;
            y1 = y0;
            z1 = z0;
            x0 = mul(scale, add(sub(ax, cx), det(y1, bz0, z1, by0)));
            y0 = mul(scale, add(sub(ay, cy), det(z1, bx0, x1, bz0)));
            z0 = mul(scale, add(sub(az, cz), det(x1, by0, y1, bx0)));
            highest = add(highest, going);
            n++;
            store(mul(of(1.0 / n), x0), a, SERIES + n * NEXT + o);
            store(mul(of(1.0 / n), y0), a, SERIES + n * NEXT + W + o);
            store(mul(of(1.0 / n), z0), a, SERIES + n * NEXT + 2 * W + o);
            power = mul(power, length);
            double size = mul(power, add(abs(x0), add(abs(y0), abs(z0))));
            double larger = whereLess(size, before, before, size);
            // Up to here each power of the field brings in something new.
            double enough = mul(of(n > FIELD_POWERS + 1 ? 1 : 0), load(a, NEGLIGIBLE + o));
            going = whereLess(larger, enough, of(0), going);
            before = size;
        }
        store(highest, a, HIGHEST + o);
        return n;
    }

    private static void locateLane(double[] a, int highest, int o) {
        double length = load(a, ARC_LENGTH + o);
        double toA = mul(of(FRACTION[0]), length);
        double toB = mul(of(FRACTION[1]), length);
        for (int c = 0; c < 3; c++) {
            double atA = load(a, SERIES + highest * NEXT + c * W + o);
            double atB = atA;
            double end = atA;
            for (int n = highest - 1; n >= 0; n--) {
                double coefficient = load(a, SERIES + n * NEXT + c * W + o);
                atA = fma(atA, toA, coefficient);
                atB = fma(atB, toB, coefficient);
                end = fma(end, length, coefficient);
            }
            store(atA, a, REACHED + c * W + o);
            store(atB, a, REACHED + NEXT + c * W + o);
            store(end, a, REACHED + 2 * NEXT + c * W + o);
        }
    }

    private static void placeLane(double[] a, double[][] points, int o) {
        for (int point = 0; point < 3; point++) {
            double[] place = points[point];
            store(load(a, REACHED + point * NEXT + o), place, PLACE_X + o);
            store(load(a, REACHED + point * NEXT + W + o), place, PLACE_X + W + o);
            store(load(a, REACHED + point * NEXT + 2 * W + o), place, PLACE_X + 2 * W + o);
        }
    }

    private static void missLane(double[] a, double[][] points, int o) {
        double miss2 = of(0);
        for (int point = 0; point < 3; point++) {
            double[] place = points[point];
            double dx = sub(load(a, REACHED + point * NEXT + o), load(place, PLACE_X + o));
            double dy = sub(load(a, REACHED + point * NEXT + W + o), load(place, PLACE_X + W + o));
            double dz = sub(load(a, REACHED + point * NEXT + 2 * W + o), load(place, PLACE_X + 2 * W + o));
            double distance2 = dot(dx, dx, dy, dy, dz, dz);
            // Written so that a distance that is no number stays.
            miss2 = whereLess(distance2, miss2, miss2, distance2);
        }
        store(miss2, a, MISS2 + o);
    }
}
