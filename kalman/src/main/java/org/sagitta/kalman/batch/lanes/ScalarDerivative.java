package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.FlightSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

/** The text of {@link DerivativeKernel}; the build derives {@code simd.VectorDerivative} from it. */
final class ScalarDerivative implements DerivativeKernel {
    private static final int W = Lanes.WIDTH;

    @Override
    public void depart(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            departLane(flight, lane);
        }
    }

    /** dT/dphi = (-Ty, Tx, 0) and dT/dtheta = (Tx cot, Ty cot, -perp), at the same place. */
    private static void departLane(double[] f, int o) {
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double perp = sqrt(fma(tx, tx, mul(ty, ty)));
        double cot = div(load(f, TZ + o), perp);
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
    public void advance(double[] flight) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            differentiate(flight, lane);
            differentiateByMomentum(flight, lane);
        }
    }

    /**
     * Changes of the direction on step and rest, L long, in the bend b = L q B: with v1 = dT x b and v2 = v1 x b, dT' = dT +
     * v1 sin(b)/b + v2 (1 - cos b)/b^2, and dx' = dx + L (dT + v1 (1 - cos b)/b^2 + v2 (b - sin b)/b^3), where the bend in v1
     * counts the more the earlier it comes.
     */
    private static void differentiate(double[] f, int o) {
        double length = add(load(f, STEP + o), load(f, REST + o));
        double angle = mul(length, load(f, Q + o));
        double bx = mul(angle, load(f, MEAN + o));
        double by = mul(angle, load(f, MEAN + W + o));
        double bz = mul(angle, load(f, MEAN + 2 * W + o));
        double ex = mul(angle, load(f, EARLY + o));
        double ey = mul(angle, load(f, EARLY + W + o));
        double ez = mul(angle, load(f, EARLY + 2 * W + o));
        double b2 = dot(bx, bx, by, by, bz, bz);
        double first = fma(b2, fma(b2, of(1.0 / 120), of(-1.0 / 6)), of(1));
        double second = fma(b2, fma(b2, of(1.0 / 720), of(-1.0 / 24)), of(0.5));
        double third = fma(b2, of(-1.0 / 120), of(1.0 / 6));
        for (int n = 0; n < 3; n++) {
            int d = BY_PHI + 6 * n * W + o;
            double tx = load(f, d + 3 * W);
            double ty = load(f, d + 4 * W);
            double tz = load(f, d + 5 * W);
            double vx = det(ty, bz, tz, by);
            double vy = det(tz, bx, tx, bz);
            double vz = det(tx, by, ty, bx);
            double wx = det(vy, bz, vz, by);
            double wy = det(vz, bx, vx, bz);
            double wz = det(vx, by, vy, bx);
            double x = fma(third, wx, fma(second, det(ty, ez, tz, ey), tx));
            double y = fma(third, wy, fma(second, det(tz, ex, tx, ez), ty));
            double z = fma(third, wz, fma(second, det(tx, ey, ty, ex), tz));
            store(fma(length, x, load(f, d)), f, d);
            store(fma(length, y, load(f, d + W)), f, d + W);
            store(fma(length, z, load(f, d + 2 * W)), f, d + 2 * W);
            store(fma(second, wx, fma(first, vx, tx)), f, d + 3 * W);
            store(fma(second, wy, fma(first, vy, ty)), f, d + 4 * W);
            store(fma(second, wz, fma(first, vz, tz)), f, d + 5 * W);
        }
    }

    /**
     * What q/p changes on step and rest: first what the stages of the step say, L turn/6 and L^2 rise/6, then what the
     * earlier bending adds, with u1 = c1 and u2 = c1 x b: L (u2 (1/2 - b^2/8) - u1 b^2/3) and L^2 (u2 (1/6 - b^2/30) - u1 b^2/12).
     */
    private static void differentiateByMomentum(double[] f, int o) {
        double length = add(load(f, STEP + o), load(f, REST + o));
        double angle = mul(length, load(f, Q + o));
        double bx = mul(angle, load(f, MEAN + o));
        double by = mul(angle, load(f, MEAN + W + o));
        double bz = mul(angle, load(f, MEAN + 2 * W + o));
        double cx = load(f, C1 + o);
        double cy = load(f, C1 + W + o);
        double cz = load(f, C1 + 2 * W + o);
        double ux = det(cy, bz, cz, by);
        double uy = det(cz, bx, cx, bz);
        double uz = det(cx, by, cy, bx);
        double b2 = dot(bx, bx, by, by, bz, bz);
        double sixth = of(1.0 / 6);
        double square = mul(mul(length, length), sixth);
        double moved = fma(b2, of(-1.0 / 5), of(1));
        double movedBack = mul(b2, of(-1.0 / 2));
        double turned = fma(b2, of(-1.0 / 8), of(0.5));
        double turnedBack = mul(b2, of(-1.0 / 3));
        double x = fma(moved, ux, fma(movedBack, cx, load(f, RISE + o)));
        double y = fma(moved, uy, fma(movedBack, cy, load(f, RISE + W + o)));
        double z = fma(moved, uz, fma(movedBack, cz, load(f, RISE + 2 * W + o)));
        store(fma(square, x, load(f, BY_Q + o)), f, BY_Q + o);
        store(fma(square, y, load(f, BY_Q + W + o)), f, BY_Q + W + o);
        store(fma(square, z, load(f, BY_Q + 2 * W + o)), f, BY_Q + 2 * W + o);
        x = fma(sixth, load(f, TURN + o), fma(turned, ux, mul(turnedBack, cx)));
        y = fma(sixth, load(f, TURN + W + o), fma(turned, uy, mul(turnedBack, cy)));
        z = fma(sixth, load(f, TURN + 2 * W + o), fma(turned, uz, mul(turnedBack, cz)));
        store(fma(length, x, load(f, BY_Q + 3 * W + o)), f, BY_Q + 3 * W + o);
        store(fma(length, y, load(f, BY_Q + 4 * W + o)), f, BY_Q + 4 * W + o);
        store(fma(length, z, load(f, BY_Q + 5 * W + o)), f, BY_Q + 5 * W + o);
    }

    @Override
    public void arrive(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            arriveLane(flight, planes, (plane - 1) * PlaneSlots.SIZE + lane, lane);
        }
    }

    /**
     * From a change (dx, dT) at a fixed path length: the path changes by ds = -w dx / w T; du = U (dx + ds T), dv alike; dphi =
     * (Tx dTy - Ty dTx) / perp^2 and dtheta = -dTz / perp, dT with ds k. Each is written as a row times dx or dT.
     */
    private static void arriveLane(double[] f, double[] p, int from, int o) {
        int at = from + PlaneSlots.SIZE;
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double wx = load(p, PlaneSlots.WX + at);
        double wy = load(p, PlaneSlots.WY + at);
        double wz = load(p, PlaneSlots.WZ + at);
        double perSlope = div(of(-1), dot(wx, tx, wy, ty, wz, tz));
        double ex = mul(wx, perSlope);
        double ey = mul(wy, perSlope);
        double ez = mul(wz, perSlope);
        double ux = load(p, PlaneSlots.UX + at);
        double uy = load(p, PlaneSlots.UY + at);
        double uz = load(p, PlaneSlots.UZ + at);
        double along = dot(ux, tx, uy, ty, uz, tz);
        ux = fma(along, ex, ux);
        uy = fma(along, ey, uy);
        uz = fma(along, ez, uz);
        double vx = load(p, PlaneSlots.VX + at);
        double vy = load(p, PlaneSlots.VY + at);
        double vz = load(p, PlaneSlots.VZ + at);
        along = dot(vx, tx, vy, ty, vz, tz);
        vx = fma(along, ex, vx);
        vy = fma(along, ey, vy);
        vz = fma(along, ez, vz);
        double q = load(f, Q + o);
        double bx = load(f, BX + o);
        double by = load(f, BY + o);
        double bz = load(f, BZ + o);
        double perPerp2 = div(of(1), fma(tx, tx, mul(ty, ty)));
        double px = neg(mul(ty, perPerp2));
        double py = mul(tx, perPerp2);
        double pz = neg(sqrt(perPerp2));
        double phiByPath = mul(q, fma(px, det(ty, bz, tz, by), mul(py, det(tz, bx, tx, bz))));
        double thetaByPath = mul(q, mul(pz, det(tx, by, ty, bx)));
        for (int n = 0; n < 2; n++) {
            int to = from + PlaneSlots.TRANSPORT + n * W;
            double dx = load(p, from + PlaneSlots.UX + 3 * n * W);
            double dy = load(p, from + PlaneSlots.UY + 3 * n * W);
            double dz = load(p, from + PlaneSlots.UZ + 3 * n * W);
            double ds = dot(ex, dx, ey, dy, ez, dz);
            store(dot(ux, dx, uy, dy, uz, dz), p, to);
            store(dot(vx, dx, vy, dy, vz, dz), p, to + 5 * W);
            store(mul(phiByPath, ds), p, to + 10 * W);
            store(mul(thetaByPath, ds), p, to + 15 * W);
        }
        double scale = of(1);
        for (int n = 0; n < 3; n++) {
            int to = from + PlaneSlots.TRANSPORT + (n + 2) * W;
            int d = BY_PHI + 6 * n * W + o;
            scale = n < 2 ? scale : load(p, from + PlaneSlots.SLOPE);
            double dx = mul(scale, load(f, d));
            double dy = mul(scale, load(f, d + W));
            double dz = mul(scale, load(f, d + 2 * W));
            double ds = dot(ex, dx, ey, dy, ez, dz);
            store(dot(ux, dx, uy, dy, uz, dz), p, to);
            store(dot(vx, dx, vy, dy, vz, dz), p, to + 5 * W);
            double byDirection = fma(px, load(f, d + 3 * W), mul(py, load(f, d + 4 * W)));
            store(fma(phiByPath, ds, mul(scale, byDirection)), p, to + 10 * W);
            store(fma(thetaByPath, ds, mul(scale, mul(pz, load(f, d + 5 * W)))), p, to + 15 * W);
        }
    }

    @Override
    public void arriveAtBeam(double[] flight, double[] planes) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            arriveAtBeamLane(flight, planes, lane);
            store(of(1), planes, PlaneSlots.SLOPE + lane);
        }
    }

    /**
     * As for a plane with u = (-Ty, Tx, 0) / perp and v along z, but x Tx + y Ty = 0 holds at the end: d(rate s) = -(T dx + x
     * dT) in the transverse plane, with rate = perp^2 + x kx + y ky.
     */
    private static void arriveAtBeamLane(double[] f, double[] p, int o) {
        double x = load(f, X + o);
        double y = load(f, Y + o);
        double tx = load(f, TX + o);
        double ty = load(f, TY + o);
        double tz = load(f, TZ + o);
        double q = load(f, Q + o);
        double bx = load(f, BX + o);
        double by = load(f, BY + o);
        double bz = load(f, BZ + o);
        double kx = mul(q, det(ty, bz, tz, by));
        double ky = mul(q, det(tz, bx, tx, bz));
        double kz = mul(q, det(tx, by, ty, bx));
        double perp2 = fma(tx, tx, mul(ty, ty));
        double perPerp2 = div(of(1), perp2);
        double perPerp = sqrt(perPerp2);
        double perRate = div(of(-1), add(perp2, fma(x, kx, mul(y, ky))));
        double zero = of(0);
        for (int n = 0; n < 5; n++) {
            int to = PlaneSlots.TRANSPORT + n * W + o;
            int axis = PlaneSlots.SIZE + PlaneSlots.UX + 3 * n * W + o;
            int d = BY_PHI + 6 * (n - 2) * W + o;
            double dx = n < 2 ? load(p, axis) : load(f, d);
            double dy = n < 2 ? load(p, axis + W) : load(f, d + W);
            double dz = n < 2 ? load(p, axis + 2 * W) : load(f, d + 2 * W);
            double dtx = n < 2 ? zero : load(f, d + 3 * W);
            double dty = n < 2 ? zero : load(f, d + 4 * W);
            double dtz = n < 2 ? zero : load(f, d + 5 * W);
            double ds = mul(perRate, fma(tx, dx, fma(ty, dy, fma(x, dtx, mul(y, dty)))));
            double shiftX = fma(ds, tx, dx);
            double shiftY = fma(ds, ty, dy);
            double turnX = fma(ds, kx, dtx);
            double turnY = fma(ds, ky, dty);
            store(mul(det(tx, shiftY, ty, shiftX), perPerp), p, to);
            store(fma(ds, tz, dz), p, to + 5 * W);
            store(mul(det(tx, turnY, ty, turnX), perPerp2), p, to + 10 * W);
            store(neg(mul(fma(ds, kz, dtz), perPerp)), p, to + 15 * W);
        }
    }
}
