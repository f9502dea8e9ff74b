package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.FlightSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

/** The text of {@link PropagationKernel}; the build derives {@code simd.VectorPropagation} from it. */
final class ScalarPropagation implements PropagationKernel {
    private static final int W = Lanes.WIDTH;
    private static final int PATH_ITERATIONS = 3;

    /** Taylor series of cos(x) and sin(x)/x in x^2, from the highest power; exact to the last bits up to half a radian. */
    private static final double[] COSINE = {1.0 / 479001600, -1.0 / 3628800, 1.0 / 40320, -1.0 / 720, 1.0 / 24, -0.5, 1
    };

    private static final double[] SINE = {
        1.0 / 6227020800L, -1.0 / 39916800, 1.0 / 362880, -1.0 / 5040, 1.0 / 120, -1.0 / 6, 1
    };

    @Override
    public void depart(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            departAlong(flight, BY_U, planes, plane * PlaneSlots.SIZE + PlaneSlots.UX, lane);
            departAlong(flight, BY_V, planes, plane * PlaneSlots.SIZE + PlaneSlots.VX, lane);
            departLane(flight, lane);
        }
    }

    /** A shift along an axis of the plane, which stays the same on the way. */
    private static void departAlong(double[] f, int d, double[] p, int axis, int o) {
        for (int n = 0; n < 3; n++) {
            store(load(p, axis + n * W + o), f, d + n * W + o);
            store(of(0), f, d + (n + 3) * W + o);
        }
    }

    private static void departLane(double[] f, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double perPerp = load(f, PER_PERP + o);
        double perp = mul(fma(tx, tx, mul(ty, ty)), perPerp);
        double cot = mul(tz, perPerp);
        double zero = of(0);
        for (int n = 0; n < 3; n++) {
            store(zero, f, BY_PHI + n * W + o);
            store(zero, f, BY_THETA + n * W + o);
            store(zero, f, BY_Q + n * W + o);
            store(zero, f, BY_Q + (n + 3) * W + o);
        }
        store(neg(ty), f, BY_PHI + 3 * W + o);
        store(tx, f, BY_PHI + 4 * W + o);
        store(zero, f, BY_PHI + 5 * W + o);
        store(mul(tx, cot), f, BY_THETA + 3 * W + o);
        store(mul(ty, cot), f, BY_THETA + 4 * W + o);
        store(neg(perp), f, BY_THETA + 5 * W + o);
    }

    @Override
    public void aim(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            aimLane(flight, planes, plane * PlaneSlots.SIZE + lane, lane);
        }
    }

    private static void aimLane(double[] f, double[] p, int at, int o) {
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
        store(dot(kx, kx, ky, ky, kz, kz), f, TURN + o);
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
        double half = mul(of(0.5), load(f, PATH + o));
        double fall = mul(mul(of(0.5), mul(half, half)), load(f, Q + o));
        store(cx, f, C1X + o);
        store(cy, f, C1Y + o);
        store(cz, f, C1Z + o);
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
        double h = load(f, PATH + o);
        double halfQ = mul(mul(of(0.5), h), load(f, Q + o));
        double sx = fma(halfQ, load(f, C1X + o), tx);
        double sy = fma(halfQ, load(f, C1Y + o), ty);
        double sz = fma(halfQ, load(f, C1Z + o), tz);
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
        store(c2x, f, C2X + o);
        store(c2y, f, C2Y + o);
        store(c2z, f, C2Z + o);
        store(c3x, f, C3X + o);
        store(c3y, f, C3Y + o);
        store(c3z, f, C3Z + o);
        store(bx, f, B2X + o);
        store(by, f, B2Y + o);
        store(bz, f, B2Z + o);
    }

    @Override
    public void last(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            fourthStage(flight, lane);
            stepDirectionDerivative(flight, BY_PHI, lane);
            stepDirectionDerivative(flight, BY_THETA, lane);
            stepMomentumDerivative(flight, lane);
            stepTrack(flight, lane);
        }
    }

    private static void fourthStage(double[] f, int o) {
        double hq = mul(load(f, PATH + o), load(f, Q + o));
        double sx = fma(hq, load(f, C3X + o), load(f, TX + o));
        double sy = fma(hq, load(f, C3Y + o), load(f, TY + o));
        double sz = fma(hq, load(f, C3Z + o), load(f, TZ + o));
        double bx = load(f, FIELD_X + o);
        double by = load(f, FIELD_Y + o);
        double bz = load(f, FIELD_Z + o);
        store(det(sy, bz, sz, by), f, C4X + o);
        store(det(sz, bx, sx, bz), f, C4Y + o);
        store(det(sx, by, sy, bx), f, C4Z + o);
    }

    /** x' = x + h T + h^2/6 (k1 + k2 + k3), T' = T + h/6 (k1 + 2 k2 + 2 k3 + k4), scaled to length one. */
    private static void stepTrack(double[] f, int o) {
        double h = load(f, PATH + o);
        double sixthQ = mul(mul(h, of(1.0 / 6)), load(f, Q + o));
        double rise = mul(h, sixthQ);
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double mx = add(load(f, C2X + o), load(f, C3X + o));
        double my = add(load(f, C2Y + o), load(f, C3Y + o));
        double mz = add(load(f, C2Z + o), load(f, C3Z + o));
        double c1x = load(f, C1X + o);
        double c1y = load(f, C1Y + o);
        double c1z = load(f, C1Z + o);
        store(fma(h, tx, fma(rise, add(c1x, mx), load(f, X + o))), f, X + o);
        store(fma(h, ty, fma(rise, add(c1y, my), load(f, Y + o))), f, Y + o);
        store(fma(h, tz, fma(rise, add(c1z, mz), load(f, Z + o))), f, Z + o);
        double ux = fma(sixthQ, add(add(c1x, load(f, C4X + o)), add(mx, mx)), tx);
        double uy = fma(sixthQ, add(add(c1y, load(f, C4Y + o)), add(my, my)), ty);
        double uz = fma(sixthQ, add(add(c1z, load(f, C4Z + o)), add(mz, mz)), tz);
        // Within 1e-6 of one already: 1/sqrt(n) = 3/2 - n/2.
        double scale = fma(of(-0.5), dot(ux, ux, uy, uy, uz, uz), of(1.5));
        // A lane that has arrived steps by nothing and must stay what it is to the last bit.
        double zero = of(0);
        double moved = abs(h);
        store(whereLess(zero, moved, mul(scale, ux), tx), f, TX + o);
        store(whereLess(zero, moved, mul(scale, uy), ty), f, TY + o);
        store(whereLess(zero, moved, mul(scale, uz), tz), f, TZ + o);
        store(whereLess(zero, moved, load(f, FIELD_X + o), load(f, BX + o)), f, BX + o);
        store(whereLess(zero, moved, load(f, FIELD_Y + o), load(f, BY + o)), f, BY + o);
        store(whereLess(zero, moved, load(f, FIELD_Z + o), load(f, BZ + o)), f, BZ + o);
    }

    /** Per stage dk = q dT x b; dx' = dx + h dT + h^2/6 (k1 + m), dT' = dT + h/6 (k1 + 2 m + k4), m = k2 + k3. */
    private static void stepDirectionDerivative(double[] f, int d, int o) {
        double q = load(f, Q + o);
        double h = load(f, PATH + o);
        double tx = load(f, d + 3 * W + o);
        double ty = load(f, d + 4 * W + o);
        double tz = load(f, d + 5 * W + o);
        double bx = mul(q, load(f, BX + o));
        double by = mul(q, load(f, BY + o));
        double bz = mul(q, load(f, BZ + o));
        double k1x = det(ty, bz, tz, by);
        double k1y = det(tz, bx, tx, bz);
        double k1z = det(tx, by, ty, bx);
        double half = mul(of(0.5), h);
        bx = mul(q, load(f, B2X + o));
        by = mul(q, load(f, B2Y + o));
        bz = mul(q, load(f, B2Z + o));
        double sx = fma(half, k1x, tx);
        double sy = fma(half, k1y, ty);
        double sz = fma(half, k1z, tz);
        double k2x = det(sy, bz, sz, by);
        double k2y = det(sz, bx, sx, bz);
        double k2z = det(sx, by, sy, bx);
        sx = fma(half, k2x, tx);
        sy = fma(half, k2y, ty);
        sz = fma(half, k2z, tz);
        double k3x = det(sy, bz, sz, by);
        double k3y = det(sz, bx, sx, bz);
        double k3z = det(sx, by, sy, bx);
        sx = fma(h, k3x, tx);
        sy = fma(h, k3y, ty);
        sz = fma(h, k3z, tz);
        bx = mul(q, load(f, FIELD_X + o));
        by = mul(q, load(f, FIELD_Y + o));
        bz = mul(q, load(f, FIELD_Z + o));
        double k4x = det(sy, bz, sz, by);
        double k4y = det(sz, bx, sx, bz);
        double k4z = det(sx, by, sy, bx);
        double sixth = mul(h, of(1.0 / 6));
        double mx = add(k2x, k3x);
        store(fma(h, fma(sixth, add(k1x, mx), tx), load(f, d + o)), f, d + o);
        store(fma(sixth, add(add(k1x, k4x), add(mx, mx)), tx), f, d + 3 * W + o);
        double my = add(k2y, k3y);
        store(fma(h, fma(sixth, add(k1y, my), ty), load(f, d + W + o)), f, d + W + o);
        store(fma(sixth, add(add(k1y, k4y), add(my, my)), ty), f, d + 4 * W + o);
        double mz = add(k2z, k3z);
        store(fma(h, fma(sixth, add(k1z, mz), tz), load(f, d + 2 * W + o)), f, d + 2 * W + o);
        store(fma(sixth, add(add(k1z, k4z), add(mz, mz)), tz), f, d + 5 * W + o);
    }

    /** The same with dk = q dT x b + c, c = T x b of the stage. */
    private static void stepMomentumDerivative(double[] f, int o) {
        double q = load(f, Q + o);
        double h = load(f, PATH + o);
        double tx = load(f, BY_Q + 3 * W + o);
        double ty = load(f, BY_Q + 4 * W + o);
        double tz = load(f, BY_Q + 5 * W + o);
        double bx = mul(q, load(f, BX + o));
        double by = mul(q, load(f, BY + o));
        double bz = mul(q, load(f, BZ + o));
        double k1x = add(load(f, C1X + o), det(ty, bz, tz, by));
        double k1y = add(load(f, C1Y + o), det(tz, bx, tx, bz));
        double k1z = add(load(f, C1Z + o), det(tx, by, ty, bx));
        double half = mul(of(0.5), h);
        bx = mul(q, load(f, B2X + o));
        by = mul(q, load(f, B2Y + o));
        bz = mul(q, load(f, B2Z + o));
        double sx = fma(half, k1x, tx);
        double sy = fma(half, k1y, ty);
        double sz = fma(half, k1z, tz);
        double k2x = add(load(f, C2X + o), det(sy, bz, sz, by));
        double k2y = add(load(f, C2Y + o), det(sz, bx, sx, bz));
        double k2z = add(load(f, C2Z + o), det(sx, by, sy, bx));
        sx = fma(half, k2x, tx);
        sy = fma(half, k2y, ty);
        sz = fma(half, k2z, tz);
        double k3x = add(load(f, C3X + o), det(sy, bz, sz, by));
        double k3y = add(load(f, C3Y + o), det(sz, bx, sx, bz));
        double k3z = add(load(f, C3Z + o), det(sx, by, sy, bx));
        sx = fma(h, k3x, tx);
        sy = fma(h, k3y, ty);
        sz = fma(h, k3z, tz);
        bx = mul(q, load(f, FIELD_X + o));
        by = mul(q, load(f, FIELD_Y + o));
        bz = mul(q, load(f, FIELD_Z + o));
        double k4x = add(load(f, C4X + o), det(sy, bz, sz, by));
        double k4y = add(load(f, C4Y + o), det(sz, bx, sx, bz));
        double k4z = add(load(f, C4Z + o), det(sx, by, sy, bx));
        double sixth = mul(h, of(1.0 / 6));
        double mx = add(k2x, k3x);
        store(fma(h, fma(sixth, add(k1x, mx), tx), load(f, BY_Q + o)), f, BY_Q + o);
        store(fma(sixth, add(add(k1x, k4x), add(mx, mx)), tx), f, BY_Q + 3 * W + o);
        double my = add(k2y, k3y);
        store(fma(h, fma(sixth, add(k1y, my), ty), load(f, BY_Q + W + o)), f, BY_Q + W + o);
        store(fma(sixth, add(add(k1y, k4y), add(my, my)), ty), f, BY_Q + 4 * W + o);
        double mz = add(k2z, k3z);
        store(fma(h, fma(sixth, add(k1z, mz), tz), load(f, BY_Q + 2 * W + o)), f, BY_Q + 2 * W + o);
        store(fma(sixth, add(add(k1z, k4z), add(mz, mz)), tz), f, BY_Q + 5 * W + o);
    }

    @Override
    public void cover(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            coverLane(flight, lane);
            shiftDerivative(flight, BY_PHI, lane);
            shiftDerivative(flight, BY_THETA, lane);
            shiftDerivative(flight, BY_Q, lane);
        }
    }

    /** The track and its curvature at the end of the rest r of the path; c1 keeps T x b before it. */
    private static void coverLane(double[] f, int o) {
        double r = load(f, PATH + o);
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
        ux = mul(scale, ux);
        uy = mul(scale, uy);
        uz = mul(scale, uz);
        store(ux, f, TX + o);
        store(uy, f, TY + o);
        store(uz, f, TZ + o);
        double cx = det(uy, bz, uz, by);
        double cy = det(uz, bx, ux, bz);
        double cz = det(ux, by, uy, bx);
        store(cx, f, C1X + o);
        store(cy, f, C1Y + o);
        store(cz, f, C1Z + o);
        store(div(of(1), sqrt(fma(ux, ux, mul(uy, uy)))), f, PER_PERP + o);
        store(mul(q, cx), f, KX + o);
        store(mul(q, cy), f, KY + o);
        store(mul(q, cz), f, KZ + o);
    }

    /** dx' = dx + r dT, dT' = dT + r dk with dk = q dT x b, for q/p plus T x b. */
    private static void shiftDerivative(double[] f, int d, int o) {
        double r = load(f, PATH + o);
        double q = load(f, Q + o);
        double bx = mul(q, load(f, BX + o));
        double by = mul(q, load(f, BY + o));
        double bz = mul(q, load(f, BZ + o));
        double tx = load(f, d + 3 * W + o);
        double ty = load(f, d + 4 * W + o);
        double tz = load(f, d + 5 * W + o);
        store(fma(r, tx, load(f, d + o)), f, d + o);
        store(fma(r, ty, load(f, d + W + o)), f, d + W + o);
        store(fma(r, tz, load(f, d + 2 * W + o)), f, d + 2 * W + o);
        double kx = det(ty, bz, tz, by);
        double ky = det(tz, bx, tx, bz);
        double kz = det(tx, by, ty, bx);
        if (d == BY_Q) {
            kx = add(kx, load(f, C1X + o));
            ky = add(ky, load(f, C1Y + o));
            kz = add(kz, load(f, C1Z + o));
        }
        store(fma(r, kx, tx), f, d + 3 * W + o);
        store(fma(r, ky, ty), f, d + 4 * W + o);
        store(fma(r, kz, tz), f, d + 5 * W + o);
    }

    @Override
    public void arrive(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            arriveLane(flight, planes, plane * PlaneSlots.SIZE + lane, lane);
        }
    }

    private static void arriveLane(double[] f, double[] p, int at, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double dx = sub(load(f, X + o), load(p, PlaneSlots.ORIGIN_X + at));
        double dy = sub(load(f, Y + o), load(p, PlaneSlots.ORIGIN_Y + at));
        double dz = sub(load(f, Z + o), load(p, PlaneSlots.ORIGIN_Z + at));
        double ux = load(p, PlaneSlots.UX + at);
        double uy = load(p, PlaneSlots.UY + at);
        double uz = load(p, PlaneSlots.UZ + at);
        double vx = load(p, PlaneSlots.VX + at);
        double vy = load(p, PlaneSlots.VY + at);
        double vz = load(p, PlaneSlots.VZ + at);
        double wx = load(p, PlaneSlots.WX + at);
        double wy = load(p, PlaneSlots.WY + at);
        double wz = load(p, PlaneSlots.WZ + at);
        store(dot(ux, dx, uy, dy, uz, dz), p, PlaneSlots.REFERENCE_U + at);
        store(dot(vx, dx, vy, dy, vz, dz), p, PlaneSlots.REFERENCE_V + at);
        store(tx, p, PlaneSlots.REFERENCE_TX + at);
        store(ty, p, PlaneSlots.REFERENCE_TY + at);
        store(tz, p, PlaneSlots.REFERENCE_TZ + at);
        store(load(f, Q + o), p, PlaneSlots.REFERENCE_Q + at);
        store(div(of(1), dot(wx, tx, wy, ty, wz, tz)), f, PER_SLOPE + o);
    }

    @Override
    public void jacobian(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = (plane + 1) * PlaneSlots.SIZE + lane;
            int to = plane * PlaneSlots.SIZE + PlaneSlots.OUTWARDS + lane;
            column(flight, BY_U, planes, at, to, lane);
            column(flight, BY_V, planes, at, to + W, lane);
            column(flight, BY_PHI, planes, at, to + 2 * W, lane);
            column(flight, BY_THETA, planes, at, to + 3 * W, lane);
            column(flight, BY_Q, planes, at, to + 4 * W, lane);
        }
    }

    /** From changes (dx, dT) at fixed path length to changes of u, v, phi, theta on the plane at {@code at}. */
    private static void column(double[] f, int d, double[] p, int at, int to, int o) {
        double dx = load(f, d + o);
        double dy = load(f, d + W + o);
        double dz = load(f, d + 2 * W + o);
        double along =
                dot(load(p, PlaneSlots.WX + at), dx, load(p, PlaneSlots.WY + at), dy, load(p, PlaneSlots.WZ + at), dz);
        double ds = neg(mul(along, load(f, PER_SLOPE + o)));
        double x = fma(ds, load(f, TX + o), dx);
        double y = fma(ds, load(f, TY + o), dy);
        double z = fma(ds, load(f, TZ + o), dz);
        double u = dot(load(p, PlaneSlots.UX + at), x, load(p, PlaneSlots.UY + at), y, load(p, PlaneSlots.UZ + at), z);
        double v = dot(load(p, PlaneSlots.VX + at), x, load(p, PlaneSlots.VY + at), y, load(p, PlaneSlots.VZ + at), z);
        store(u, p, to);
        store(v, p, to + 5 * W);
        store(ds, f, PATH_CHANGE + o);
        angles(f, d, p, to, o);
    }

    /** d(phi) = (Tx dTy - Ty dTx) / perp^2 and d(theta) = -dTz / perp, with dT changed by the change of the path. */
    private static void angles(double[] f, int d, double[] p, int to, int o) {
        double ds = load(f, PATH_CHANGE + o);
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double turnX = fma(ds, load(f, KX + o), load(f, d + 3 * W + o));
        double turnY = fma(ds, load(f, KY + o), load(f, d + 4 * W + o));
        double turnZ = fma(ds, load(f, KZ + o), load(f, d + 5 * W + o));
        double perPerp = load(f, PER_PERP + o);
        store(mul(det(tx, turnY, ty, turnX), mul(perPerp, perPerp)), p, to + 10 * W);
        store(neg(mul(turnZ, perPerp)), p, to + 15 * W);
    }

    @Override
    public void aimAtBeam(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            aimAtBeamLane(flight, lane);
        }
    }

    private static void aimAtBeamLane(double[] f, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double q = load(f, Q + o);
        double kx = mul(q, det(ty, load(f, BZ + o), tz, load(f, BY + o)));
        double ky = mul(q, det(tz, load(f, BX + o), tx, load(f, BZ + o)));
        double x = load(f, X + o);
        double y = load(f, Y + o);
        double rate = add(fma(tx, tx, mul(ty, ty)), fma(x, kx, mul(y, ky)));
        store(neg(div(fma(x, tx, mul(y, ty)), rate)), f, PATH + o);
        store(fma(kx, kx, mul(ky, ky)), f, TURN + o);
    }

    @Override
    public void jacobianAtBeam(double[] flight, double[] planes) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int to = PlaneSlots.INWARDS + lane;
            columnAtBeam(flight, BY_U, planes, to, lane);
            columnAtBeam(flight, BY_V, planes, to + W, lane);
            columnAtBeam(flight, BY_PHI, planes, to + 2 * W, lane);
            columnAtBeam(flight, BY_THETA, planes, to + 3 * W, lane);
            columnAtBeam(flight, BY_Q, planes, to + 4 * W, lane);
            store(of(1), planes, PlaneSlots.INWARDS_Q + lane);
            store(of(0), planes, PlaneSlots.NOISE_PHI + lane);
            store(of(0), planes, PlaneSlots.NOISE_THETA + lane);
            store(of(0), planes, PlaneSlots.NOISE_Q + lane);
        }
    }

    /** As for a plane with u = (-Ty, Tx, 0) / perp and v along z, but x Tx + y Ty = 0 holds at the end. */
    private static void columnAtBeam(double[] f, int d, double[] p, int to, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double dx = load(f, d + o);
        double dy = load(f, d + W + o);
        double x = load(f, X + o);
        double y = load(f, Y + o);
        double rate = add(fma(tx, tx, mul(ty, ty)), fma(x, load(f, KX + o), mul(y, load(f, KY + o))));
        double turned = fma(x, load(f, d + 3 * W + o), mul(y, load(f, d + 4 * W + o)));
        double ds = neg(div(add(fma(tx, dx, mul(ty, dy)), turned), rate));
        double shiftX = fma(ds, tx, dx);
        double shiftY = fma(ds, ty, dy);
        store(mul(det(tx, shiftY, ty, shiftX), load(f, PER_PERP + o)), p, to);
        store(fma(ds, load(f, TZ + o), load(f, d + 2 * W + o)), p, to + 5 * W);
        store(ds, f, PATH_CHANGE + o);
        angles(f, d, p, to, o);
    }

    @Override
    public void start(double[] flight, double[] planes) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            turn(planes, PlaneSlots.SIZE + lane);
            place(flight, planes, PlaneSlots.SIZE + lane, lane);
        }
    }

    /** Turns the direction by the deviations of phi and theta. */
    private static void turn(double[] p, int at) {
        double tx = load(p, PlaneSlots.REFERENCE_TX + at);
        double ty = load(p, PlaneSlots.REFERENCE_TY + at);
        double tz = load(p, PlaneSlots.REFERENCE_TZ + at);
        double byPhi = load(p, PlaneSlots.X + 2 * W + at);
        double byTheta = load(p, PlaneSlots.X + 3 * W + at);
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

    private static void place(double[] f, double[] p, int at, int o) {
        double u = add(load(p, PlaneSlots.REFERENCE_U + at), load(p, PlaneSlots.X + at));
        double v = add(load(p, PlaneSlots.REFERENCE_V + at), load(p, PlaneSlots.X + W + at));
        double q = add(load(p, PlaneSlots.REFERENCE_Q + at), load(p, PlaneSlots.X + 4 * W + at));
        store(u, p, PlaneSlots.REFERENCE_U + at);
        store(v, p, PlaneSlots.REFERENCE_V + at);
        store(q, p, PlaneSlots.REFERENCE_Q + at);
        for (int n = 0; n < 3; n++) {
            double alongV = fma(v, load(p, PlaneSlots.VX + n * W + at), load(p, PlaneSlots.ORIGIN_X + n * W + at));
            double x = fma(u, load(p, PlaneSlots.UX + n * W + at), alongV);
            store(x, f, X + n * W + o);
            store(x, f, PLACE_X + n * W + o);
            store(load(p, PlaneSlots.REFERENCE_TX + n * W + at), f, TX + n * W + o);
        }
        store(q, f, Q + o);
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        store(div(of(1), sqrt(fma(tx, tx, mul(ty, ty)))), f, PER_PERP + o);
    }

    @Override
    public void takeField(double[] flight) {
        for (int lane = 0; lane < 3 * W; lane += LENGTH) {
            store(load(flight, FIELD_X + lane), flight, BX + lane);
        }
    }
}
