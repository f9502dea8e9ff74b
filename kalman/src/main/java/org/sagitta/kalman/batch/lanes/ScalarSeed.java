package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

/** The text of {@link SeedKernel}; the build derives {@code simd.VectorSeed} from it. */
final class ScalarSeed implements SeedKernel {
    private static final int W = Lanes.WIDTH;

    /** Times that the points are found with the circle of the time before. */
    private static final int PASSES = 2;

    /** asin(s)/s in s^2, from the highest power. */
    private static final double[] ARC = {105.0 / 3456, 15.0 / 336, 3.0 / 40, 1.0 / 6, 1};

    @Override
    public void find(double[] seed, double[] planes, double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int o = Lanes.START + lane;
            store(of(0), seed, o + CURVATURE);
            for (int pass = 1; pass <= PASSES; pass++) {
                slope(seed, o);
                point(seed, o, o + OUTER, o + OUTER_POINT);
                point(seed, o, o + MIDDLE, o + MIDDLE_POINT);
                circle(seed, o);
            }
            direction(seed, planes, o, flight, lane);
        }
    }

    /** Cotangent of the polar angle from its two points, along the arc between them. */
    private static void slope(double[] a, int o) {
        double dx = sub(load(a, o + SECOND_POINT), load(a, o));
        double dy = sub(load(a, o + SECOND_POINT + W), load(a, o + W));
        double dz = sub(load(a, o + SECOND_POINT + 2 * W), load(a, o + 2 * W));
        double chord2 = fma(dx, dx, mul(dy, dy));
        double halfCurvature = mul(of(0.5), load(a, o + CURVATURE));
        double s2 = mul(mul(halfCurvature, halfCurvature), chord2);
        double series = of(ARC[0]);
        for (int n = 1; n < 5; n++) {
            series = fma(series, s2, of(ARC[n]));
        }
        store(div(dz, mul(sqrt(chord2), series)), a, o + COT);
        store(chord2, a, o + SHORTEST);
    }

    /** The point of a hit at which a track with the present slope and curvature meets it; Newton's method, two steps. */
    private static void point(double[] a, int o, int hit, int to) {
        double cot = load(a, o + COT);
        double halfCurvature = mul(of(0.5), load(a, o + CURVATURE));
        double x = sub(load(a, hit), load(a, o));
        double y = sub(load(a, hit + W), load(a, o + W));
        double z = sub(load(a, hit + 2 * W), load(a, o + 2 * W));
        double alongX = load(a, hit + ALONG);
        double alongY = load(a, hit + ALONG + W);
        double alongZ = load(a, hit + ALONG + 2 * W);
        double half = load(a, hit + HALF_LENGTH);
        double v = of(0);
        for (int step = 0; step < 2; step++) {
            double dx = fma(v, alongX, x);
            double dy = fma(v, alongY, y);
            double chord2 = fma(dx, dx, mul(dy, dy));
            double chord = sqrt(chord2);
            double s2 = mul(mul(halfCurvature, halfCurvature), chord2);
            double series = fma(fma(fma(fma(of(ARC[0]), s2, of(ARC[1])), s2, of(ARC[2])), s2, of(ARC[3])), s2, of(1));
            double excess = sub(fma(v, alongZ, z), mul(cot, mul(chord, series)));
            double slope = div(fma(dx, alongX, mul(dy, alongY)), chord);
            v = sub(v, div(excess, sub(alongZ, mul(cot, slope))));
            v = whereLess(v, neg(half), neg(half), v);
            v = whereLess(half, v, half, v);
        }
        store(fma(v, alongX, load(a, hit)), a, to);
        store(fma(v, alongY, load(a, hit + W)), a, to + W);
        store(fma(v, alongZ, load(a, hit + 2 * W)), a, to + 2 * W);
    }

    /** Curvature of the circle through three points: 4 area / (product of the sides). */
    private static void circle(double[] a, int o) {
        double ax = sub(load(a, o + MIDDLE_POINT), load(a, o));
        double ay = sub(load(a, o + MIDDLE_POINT + W), load(a, o + W));
        double bx = sub(load(a, o + OUTER_POINT), load(a, o));
        double by = sub(load(a, o + OUTER_POINT + W), load(a, o + W));
        double cx = sub(bx, ax);
        double cy = sub(by, ay);
        double a2 = fma(ax, ax, mul(ay, ay));
        double b2 = fma(bx, bx, mul(by, by));
        double c2 = fma(cx, cx, mul(cy, cy));
        double area = det(ax, by, ay, bx);
        store(div(add(area, area), sqrt(mul(mul(a2, b2), c2))), a, o + CURVATURE);
        double shortest = load(a, o + SHORTEST);
        shortest = whereLess(a2, shortest, a2, shortest);
        shortest = whereLess(b2, shortest, b2, shortest);
        store(whereLess(c2, shortest, c2, shortest), a, o + SHORTEST);
    }

    /** The direction at the start: that of the chord to the outer point, turned back by half of the angle of the arc. */
    private static void direction(double[] a, double[] p, int o, double[] f, int lane) {
        double startX = load(a, o);
        double startY = load(a, o + W);
        double cot = load(a, o + COT);
        double dx = sub(load(a, o + OUTER_POINT), startX);
        double dy = sub(load(a, o + OUTER_POINT + W), startY);
        double length = sqrt(fma(dx, dx, mul(dy, dy)));
        double sine = mul(mul(of(0.5), load(a, o + CURVATURE)), length);
        double cosine = sqrt(sub(of(1), mul(sine, sine)));
        double perp = div(of(1), sqrt(fma(cot, cot, of(1))));
        double scale = div(perp, length);
        int at = PlaneSlots.SIZE + lane;
        store(mul(scale, fma(dx, cosine, mul(dy, sine))), p, at + PlaneSlots.REFERENCE_TX);
        store(mul(scale, det(dy, cosine, dx, sine)), p, at + PlaneSlots.REFERENCE_TY);
        store(mul(perp, cot), p, at + PlaneSlots.REFERENCE_TZ);
        double half = of(0.5);
        store(fma(half, dx, startX), f, FlightSlots.PLACE_X + lane);
        store(fma(half, dy, startY), f, FlightSlots.PLACE_Y + lane);
        store(fma(mul(half, cot), length, load(a, o + 2 * W)), f, FlightSlots.PLACE_Z + lane);
    }

    @Override
    public void finish(double[] seed, double[] planes, double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            finishLane(seed, planes, Lanes.START + lane, flight, lane);
        }
    }

    /** d(phi)/ds_T = -(q/pT) kappa (Bz - Br cot). */
    private static void finishLane(double[] a, double[] p, int o, double[] f, int lane) {
        double x = load(f, FlightSlots.PLACE_X + lane);
        double y = load(f, FlightSlots.PLACE_Y + lane);
        double cot = load(a, o + COT);
        double radial = fma(load(f, FlightSlots.FIELD_X + lane), x, mul(load(f, FlightSlots.FIELD_Y + lane), y));
        double br = div(radial, sqrt(fma(x, x, mul(y, y))));
        double bend = sub(load(f, FlightSlots.FIELD_Z + lane), mul(br, cot));
        double perp = div(of(1), sqrt(fma(cot, cot, of(1))));
        store(neg(div(mul(load(a, o + CURVATURE), perp), bend)), p, PlaneSlots.SIZE + PlaneSlots.REFERENCE_Q + lane);
    }
}
