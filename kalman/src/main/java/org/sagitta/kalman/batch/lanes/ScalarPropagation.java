package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.FlightSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

import org.sagitta.kalman.propagation.StepRule;

/** The text of {@link PropagationKernel}; the build derives {@code simd.VectorPropagation} from it. */
final class ScalarPropagation implements PropagationKernel {
    private static final int W = Lanes.WIDTH;
    private static final int PATH_ITERATIONS = 3;

    private final StepRule rule;

    /** Taylor series of cos(x) and sin(x)/x in x^2, from the highest power; exact to the last bits up to half a radian. */
    private static final double[] COSINE = {1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720, 1.0 / 24, -0.5, 1
    };

    private static final double[] SINE = {
        1.0 / 6227020800L, -1.0 / 39916800, 1.0 / 362880, -1.0 / 5040, 1.0 / 120, -1.0 / 6, 1
    };

    ScalarPropagation(StepRule rule) {
        this.rule = rule;
    }

    @Override
    public void start(double[] flight, double[] planes, double[] estimate) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            turn(planes, PlaneSlots.SIZE + lane, estimate, Lanes.START + lane);
            place(flight, planes, PlaneSlots.SIZE + lane, estimate, Lanes.START + lane, lane);
        }
    }

    /** Turns the direction by the deviations of phi and theta. */
    private static void turn(double[] p, int at, double[] e, int x) {
        double tx = load(p, PlaneSlots.REFERENCE_TX + at);
        double ty = load(p, PlaneSlots.REFERENCE_TY + at);
        double tz = load(p, PlaneSlots.REFERENCE_TZ + at);
        double byPhi = load(e, x + 2 * W);
        double byTheta = load(e, x + 3 * W);
        double phi2 = mul(byPhi, byPhi);
        double cosPhi = of(COSINE[0]);
        double sinPhi = of(SINE[0]);
        double theta2 = mul(byTheta, byTheta);
        double cosTheta = of(COSINE[0]);
        double sinTheta = of(SINE[0]);
        for (int n = 1; n < COSINE.length; n++) {
            cosPhi = fma(cosPhi, phi2, of(COSINE[n]));
            sinPhi = fma(sinPhi, phi2, of(SINE[n]));
            cosTheta = fma(cosTheta, theta2, of(COSINE[n]));
            sinTheta = fma(sinTheta, theta2, of(SINE[n]));
        }
        sinPhi = mul(sinPhi, byPhi);
        sinTheta = mul(sinTheta, byTheta);
        double perp = sqrt(fma(tx, tx, mul(ty, ty)));
        double stretch = div(fma(perp, cosTheta, mul(tz, sinTheta)), perp);
        store(mul(stretch, det(tx, cosPhi, ty, sinPhi)), p, PlaneSlots.REFERENCE_TX + at);
        store(mul(stretch, fma(ty, cosPhi, mul(tx, sinPhi))), p, PlaneSlots.REFERENCE_TY + at);
        store(det(tz, cosTheta, perp, sinTheta), p, PlaneSlots.REFERENCE_TZ + at);
    }

    private static void place(double[] f, double[] p, int at, double[] e, int x, int o) {
        double u = add(load(p, PlaneSlots.REFERENCE_U + at), load(e, x));
        double v = add(load(p, PlaneSlots.REFERENCE_V + at), load(e, x + W));
        double q = add(load(p, PlaneSlots.REFERENCE_Q + at), load(e, x + 4 * W));
        store(u, p, PlaneSlots.REFERENCE_U + at);
        store(v, p, PlaneSlots.REFERENCE_V + at);
        store(q, p, PlaneSlots.REFERENCE_Q + at);
        for (int n = 0; n < 3; n++) {
            double alongV = fma(v, load(p, PlaneSlots.VX + n * W + at), load(p, PlaneSlots.ORIGIN_X + n * W + at));
            double position = fma(u, load(p, PlaneSlots.UX + n * W + at), alongV);
            store(position, f, X + n * W + o);
            store(position, f, PLACE_X + n * W + o);
            store(load(p, PlaneSlots.REFERENCE_TX + n * W + at), f, TX + n * W + o);
        }
        store(q, f, Q + o);
    }

    @Override
    public void takeField(double[] flight) {
        for (int lane = 0; lane < 3 * W; lane += LENGTH) {
            store(load(flight, FIELD_X + lane), flight, BX + lane);
        }
    }

    @Override
    public void aim(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            aimLane(flight, planes, plane * PlaneSlots.SIZE + lane, lane);
        }
    }

    private void aimLane(double[] f, double[] p, int at, int o) {
        double wx = load(p, PlaneSlots.WX + at);
        double wy = load(p, PlaneSlots.WY + at);
        double wz = load(p, PlaneSlots.WZ + at);
        double dx = sub(load(p, PlaneSlots.ORIGIN_X + at), load(f, X + o));
        double dy = sub(load(p, PlaneSlots.ORIGIN_Y + at), load(f, Y + o));
        double dz = sub(load(p, PlaneSlots.ORIGIN_Z + at), load(f, Z + o));
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double bx = load(f, BX + o);
        double by = load(f, BY + o);
        double bz = load(f, BZ + o);
        double q = load(f, Q + o);
        double kx = mul(q, det(ty, bz, tz, by));
        double ky = mul(q, det(tz, bx, tx, bz));
        double kz = mul(q, det(tx, by, ty, bx));
        double jx = mul(q, det(ky, bz, kz, by));
        double jy = mul(q, det(kz, bx, kx, bz));
        double jz = mul(q, det(kx, by, ky, bx));
        double distance = dot(wx, dx, wy, dy, wz, dz);
        double slope = dot(wx, tx, wy, ty, wz, tz);
        double half = mul(of(0.5), dot(wx, kx, wy, ky, wz, kz));
        double sixth = mul(of(1.0 / 6), dot(wx, jx, wy, jy, wz, jz));
        // Slope s + half s^2 + sixth s^3 = distance, from the linear solution on.
        double perSlope = div(of(1), slope);
        double linear = mul(distance, perSlope);
        double s = linear;
        for (int n = 0; n < PATH_ITERATIONS; n++) {
            double bend = mul(mul(s, s), fma(s, sixth, half));
            s = fma(neg(bend), perSlope, linear);
        }
        store(s, f, PATH + o);
        double perStep = mul(sqrt(dot(kx, kx, ky, ky, kz, kz)), of(1 / rule.maxAngle()));
        double least = of(1 / rule.maxStep());
        store(mul(abs(s), whereLess(perStep, least, least, perStep)), f, STEPS + o);
    }

    @Override
    public void first(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            firstLane(flight, lane);
        }
    }

    private static void firstLane(double[] f, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double bx = load(f, BX + o);
        double by = load(f, BY + o);
        double bz = load(f, BZ + o);
        double cx = det(ty, bz, tz, by);
        double cy = det(tz, bx, tx, bz);
        double cz = det(tx, by, ty, bx);
        double half = mul(of(0.5), load(f, STEP + o));
        double fall = mul(mul(of(0.5), mul(half, half)), load(f, Q + o));
        store(cx, f, C1 + o);
        store(cy, f, C1 + W + o);
        store(cz, f, C1 + 2 * W + o);
        store(fma(half, tx, fma(fall, cx, load(f, X + o))), f, PLACE_X + o);
        store(fma(half, ty, fma(fall, cy, load(f, Y + o))), f, PLACE_Y + o);
        store(fma(half, tz, fma(fall, cz, load(f, Z + o))), f, PLACE_Z + o);
    }

    @Override
    public void middle(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            middleLane(flight, lane);
        }
    }

    private static void middleLane(double[] f, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double bx = load(f, FIELD_X + o);
        double by = load(f, FIELD_Y + o);
        double bz = load(f, FIELD_Z + o);
        double h = load(f, STEP + o);
        double halfQ = mul(mul(of(0.5), h), load(f, Q + o));
        double c1x = load(f, C1 + o);
        double c1y = load(f, C1 + W + o);
        double c1z = load(f, C1 + 2 * W + o);
        double sx = fma(halfQ, c1x, tx);
        double sy = fma(halfQ, c1y, ty);
        double sz = fma(halfQ, c1z, tz);
        double c2x = det(sy, bz, sz, by);
        double c2y = det(sz, bx, sx, bz);
        double c2z = det(sx, by, sy, bx);
        double rx = fma(halfQ, c2x, tx);
        double ry = fma(halfQ, c2y, ty);
        double rz = fma(halfQ, c2z, tz);
        double c3x = det(ry, bz, rz, by);
        double c3y = det(rz, bx, rx, bz);
        double c3z = det(rx, by, ry, bx);
        double fall = mul(h, halfQ);
        store(fma(h, tx, fma(fall, c3x, load(f, X + o))), f, PLACE_X + o);
        store(fma(h, ty, fma(fall, c3y, load(f, Y + o))), f, PLACE_Y + o);
        store(fma(h, tz, fma(fall, c3z, load(f, Z + o))), f, PLACE_Z + o);
        store(c3x, f, C3 + o);
        store(c3y, f, C3 + W + o);
        store(c3z, f, C3 + 2 * W + o);
        store(add(c1x, add(c2x, c3x)), f, RISE + o);
        store(add(c1y, add(c2y, c3y)), f, RISE + W + o);
        store(add(c1z, add(c2z, c3z)), f, RISE + 2 * W + o);
        store(bx, f, MIDDLE + o);
        store(by, f, MIDDLE + W + o);
        store(bz, f, MIDDLE + 2 * W + o);
    }

    @Override
    public void last(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            fourthStage(flight, lane);
            move(flight, lane);
            meanBend(flight, lane);
        }
    }

    /** c1 + 2 c2 + 2 c3 + c4 from twice the sum of the first three. */
    private static void fourthStage(double[] f, int o) {
        double hq = mul(load(f, STEP + o), load(f, Q + o));
        double sx = fma(hq, load(f, C3 + o), load(f, TX + o));
        double sy = fma(hq, load(f, C3 + W + o), load(f, TY + o));
        double sz = fma(hq, load(f, C3 + 2 * W + o), load(f, TZ + o));
        double bx = load(f, FIELD_X + o);
        double by = load(f, FIELD_Y + o);
        double bz = load(f, FIELD_Z + o);
        double two = of(2);
        double x = fma(two, load(f, RISE + o), sub(det(sy, bz, sz, by), load(f, C1 + o)));
        double y = fma(two, load(f, RISE + W + o), sub(det(sz, bx, sx, bz), load(f, C1 + W + o)));
        double z = fma(two, load(f, RISE + 2 * W + o), sub(det(sx, by, sy, bx), load(f, C1 + 2 * W + o)));
        store(x, f, TURN + o);
        store(y, f, TURN + W + o);
        store(z, f, TURN + 2 * W + o);
    }

    /** x' = x + h T + h^2/6 (k1 + k2 + k3), T' = T + h/6 (k1 + 2 k2 + 2 k3 + k4), scaled to length one. */
    private static void move(double[] f, int o) {
        double h = load(f, STEP + o);
        double sixthQ = mul(mul(h, of(1.0 / 6)), load(f, Q + o));
        double rise = mul(h, sixthQ);
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        store(fma(h, tx, fma(rise, load(f, RISE + o), load(f, X + o))), f, X + o);
        store(fma(h, ty, fma(rise, load(f, RISE + W + o), load(f, Y + o))), f, Y + o);
        store(fma(h, tz, fma(rise, load(f, RISE + 2 * W + o), load(f, Z + o))), f, Z + o);
        double ux = fma(sixthQ, load(f, TURN + o), tx);
        double uy = fma(sixthQ, load(f, TURN + W + o), ty);
        double uz = fma(sixthQ, load(f, TURN + 2 * W + o), tz);
        // Within 1e-6 of one already: 1/sqrt(n) = 3/2 - n/2.
        double scale = fma(of(-0.5), dot(ux, ux, uy, uy, uz, uz), of(1.5));
        // A lane that has arrived steps by nothing and must stay what it is to the last bit.
        double moved = abs(h);
        double zero = of(0);
        store(whereLess(zero, moved, mul(scale, ux), tx), f, TX + o);
        store(whereLess(zero, moved, mul(scale, uy), ty), f, TY + o);
        store(whereLess(zero, moved, mul(scale, uz), tz), f, TZ + o);
    }

    /**
     * The mean bend on the step, and the mean that weighs it with the path yet to come, both by Simpson's rule; then the bend
     * at the end becomes the bend at the track.
     */
    private static void meanBend(double[] f, int o) {
        double moved = abs(load(f, STEP + o));
        for (int n = 0; n < 3; n++) {
            double start = load(f, BX + n * W + o);
            double middle = load(f, MIDDLE + n * W + o);
            double end = load(f, FIELD_X + n * W + o);
            double early = fma(of(2), middle, start);
            store(mul(of(1.0 / 3), early), f, EARLY + n * W + o);
            store(mul(of(1.0 / 6), fma(of(2), middle, add(early, end))), f, MEAN + n * W + o);
            store(whereLess(of(0), moved, end, start), f, BX + n * W + o);
        }
    }

    @Override
    public void land(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            landLane(flight, lane);
        }
    }

    /** The track at the end of the rest r of its path, so short that the field does not change. */
    private static void landLane(double[] f, int o) {
        double r = load(f, REST + o);
        double q = load(f, Q + o);
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double bx = load(f, BX + o);
        double by = load(f, BY + o);
        double bz = load(f, BZ + o);
        double kx = mul(q, det(ty, bz, tz, by));
        double ky = mul(q, det(tz, bx, tx, bz));
        double kz = mul(q, det(tx, by, ty, bx));
        double jx = mul(q, det(ky, bz, kz, by));
        double jy = mul(q, det(kz, bx, kx, bz));
        double jz = mul(q, det(kx, by, ky, bx));
        double half = mul(of(0.5), r);
        double third = mul(of(1.0 / 3), r);
        store(fma(r, fma(half, fma(third, jx, kx), tx), load(f, X + o)), f, X + o);
        store(fma(r, fma(half, fma(third, jy, ky), ty), load(f, Y + o)), f, Y + o);
        store(fma(r, fma(half, fma(third, jz, kz), tz), load(f, Z + o)), f, Z + o);
        double ux = fma(r, fma(half, jx, kx), tx);
        double uy = fma(r, fma(half, jy, ky), ty);
        double uz = fma(r, fma(half, jz, kz), tz);
        double scale = fma(of(-0.5), dot(ux, ux, uy, uy, uz, uz), of(1.5));
        double covered = abs(r);
        double zero = of(0);
        store(whereLess(zero, covered, mul(scale, ux), tx), f, TX + o);
        store(whereLess(zero, covered, mul(scale, uy), ty), f, TY + o);
        store(whereLess(zero, covered, mul(scale, uz), tz), f, TZ + o);
    }

    @Override
    public void arrive(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            arriveLane(flight, planes, plane * PlaneSlots.SIZE + lane, lane);
        }
    }

    private static void arriveLane(double[] f, double[] p, int at, int o) {
        double dx = sub(load(f, X + o), load(p, PlaneSlots.ORIGIN_X + at));
        double dy = sub(load(f, Y + o), load(p, PlaneSlots.ORIGIN_Y + at));
        double dz = sub(load(f, Z + o), load(p, PlaneSlots.ORIGIN_Z + at));
        double u =
                dot(load(p, PlaneSlots.UX + at), dx, load(p, PlaneSlots.UY + at), dy, load(p, PlaneSlots.UZ + at), dz);
        double v =
                dot(load(p, PlaneSlots.VX + at), dx, load(p, PlaneSlots.VY + at), dy, load(p, PlaneSlots.VZ + at), dz);
        store(u, p, PlaneSlots.REFERENCE_U + at);
        store(v, p, PlaneSlots.REFERENCE_V + at);
        store(load(f, TX + o), p, PlaneSlots.REFERENCE_TX + at);
        store(load(f, TY + o), p, PlaneSlots.REFERENCE_TY + at);
        store(load(f, TZ + o), p, PlaneSlots.REFERENCE_TZ + at);
        store(load(f, Q + o), p, PlaneSlots.REFERENCE_Q + at);
    }

    @Override
    public void aimAtBeam(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            aimAtBeamLane(flight, lane);
        }
    }

    private void aimAtBeamLane(double[] f, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double q = load(f, Q + o);
        double kx = mul(q, det(ty, load(f, BZ + o), tz, load(f, BY + o)));
        double ky = mul(q, det(tz, load(f, BX + o), tx, load(f, BZ + o)));
        double x = load(f, X + o);
        double y = load(f, Y + o);
        double rate = add(fma(tx, tx, mul(ty, ty)), fma(x, kx, mul(y, ky)));
        double s = neg(div(fma(x, tx, mul(y, ty)), rate));
        store(s, f, PATH + o);
        double perStep = mul(sqrt(fma(kx, kx, mul(ky, ky))), of(1 / rule.maxAngle()));
        double least = of(1 / rule.maxStep());
        store(mul(abs(s), whereLess(perStep, least, least, perStep)), f, STEPS + o);
    }
}
