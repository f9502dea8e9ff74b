package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.PlaneSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

import org.sagitta.kalman.material.CmsMaterialConstants;

/** The text of {@link MatterKernel}; the build derives {@code simd.VectorMatter} from it. */
final class ScalarMatter implements MatterKernel {
    private static final int W = Lanes.WIDTH;

    private final CmsMaterialConstants c;

    ScalarMatter(CmsMaterialConstants constants) {
        this.c = constants;
    }

    @Override
    public void cross(double[] flight, double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            prepareLane(flight, planes, at, lane);
            takeLogarithm(flight, FlightSlots.LOGARITHM + lane);
            takeLogarithm(flight, FlightSlots.LOGARITHM_OF_THICKNESS + lane);
            crossLane(flight, planes, at, lane);
        }
    }

    /** The arguments of both logarithms, which are taken in place. */
    private void prepareLane(double[] f, double[] planes, int at, int o) {
        double cosine = dot(
                load(planes, WX + at),
                load(f, FlightSlots.TX + o),
                load(planes, WY + at),
                load(f, FlightSlots.TY + o),
                load(planes, WZ + at),
                load(f, FlightSlots.TZ + o));
        double path = div(of(1), abs(cosine));
        double q = load(f, FlightSlots.Q + o);
        double p2 = div(of(1), mul(q, q));
        double e = sqrt(fma(of(c.mass()), of(c.mass()), p2));
        double recoil = fma(of(c.recoilPerEnergy()), e, of(c.recoilAtRest()));
        double maximum = div(mul(of(c.maximumScale()), p2), recoil);
        store(path, f, FlightSlots.PATH + o);
        store(mul(of(c.logarithmScale()), maximum), f, FlightSlots.LOGARITHM + o);
        store(mul(load(planes, X_OVER_X0 + at), path), f, FlightSlots.LOGARITHM_OF_THICKNESS + o);
    }

    private void crossLane(double[] f, double[] planes, int at, int o) {
        double q = load(f, FlightSlots.Q + o);
        double tx = load(f, FlightSlots.TX + o);
        double ty = load(f, FlightSlots.TY + o);
        double path = load(f, FlightSlots.PATH + o);
        double p = div(of(1), abs(q));
        double p2 = mul(p, p);
        double e2 = fma(of(c.mass()), of(c.mass()), p2);
        double e = sqrt(e2);
        double perE2 = div(of(1), e2);
        double beta2 = mul(p2, perE2);

        double recoil = fma(of(c.recoilPerEnergy()), e, of(c.recoilAtRest()));
        double perRecoil = div(of(1), recoil);
        double maximum = mul(of(c.maximumScale()), mul(p2, perRecoil));
        double xi = div(mul(mul(of(c.lossScale()), load(planes, XI + at)), path), beta2);
        double logarithm = fma(of(-2), beta2, sub(load(f, FlightSlots.LOGARITHM + o), of(c.delta0())));
        double loss = mul(xi, logarithm);

        // The slope of the loss, as in CmsMaterialEffects, with m^2/E^2 = 1 - beta^2.
        double perP = div(of(1), p);
        double rest2 = mul(of(c.mass() * c.mass()), perE2);
        double beta = mul(p, mul(e, perE2));
        double logarithmSlope = fma(
                of(-4),
                mul(beta, mul(rest2, mul(e, perE2))),
                fma(of(-c.recoilPerEnergy()), mul(beta, perRecoil), mul(of(2), perP)));
        double lossSlope = fma(mul(of(-2), rest2), mul(perP, loss), mul(xi, logarithmSlope));

        double after = sub(e, loss);
        double p2After = mul(sub(after, of(c.mass())), add(after, of(c.mass())));
        double pAfter = sqrt(p2After);
        double perAfter = div(of(1), pAfter);
        double ratio = mul(p, perAfter);
        double perGev = mul(after, mul(perAfter, mul(perAfter, perAfter)));
        double slope = mul(mul(mul(ratio, ratio), mul(after, perAfter)), sub(mul(p, mul(e, perE2)), lossSlope));
        double straggling = mul(mul(xi, maximum), fma(of(-0.5), beta2, of(1)));
        double relative = div(perGev, slope);

        double thickness = mul(load(planes, X_OVER_X0 + at), path);
        double bracket = fma(of(c.scatteringLogarithm()), load(f, FlightSlots.LOGARITHM_OF_THICKNESS + o), of(1));
        double perBetaP = mul(e, mul(perP, perP));
        double kick = mul(of(c.scatteringConstant()), mul(perBetaP, bracket));
        double theta2 = whereLess(of(0), thickness, mul(mul(kick, kick), thickness), of(0));

        // A track this straight does not notice matter.
        double straight = of(PlaneSlots.STRAIGHT);
        double magnitude = abs(q);
        theta2 = whereLess(magnitude, straight, of(0), theta2);
        store(theta2, planes, NOISE_THETA + at);
        store(div(theta2, fma(tx, tx, mul(ty, ty))), planes, NOISE_PHI + at);
        store(whereLess(magnitude, straight, of(0), mul(straggling, mul(relative, relative))), planes, NOISE_Q + at);
        store(whereLess(magnitude, straight, of(1), slope), planes, SLOPE + at);
        store(whereLess(magnitude, straight, q, whereLess(q, of(0), neg(perAfter), perAfter)), f, FlightSlots.Q + o);
    }

    /** ln(x) for normal x > 0 by 2 artanh((m - 1) / (m + 1)), m scaled to [2/3, 4/3]; garbage elsewhere. */
    private static void takeLogarithm(double[] f, int at) {
        double x = load(f, at);
        double m = mantissa(x);
        double e = exponent(x);
        double tooLarge = of(4.0 / 3);
        double exponent = whereLess(tooLarge, m, add(e, of(1)), e);
        m = whereLess(tooLarge, m, mul(of(0.5), m), m);
        double s = div(sub(m, of(1)), add(m, of(1)));
        double s2 = mul(s, s);
        double series = of(1.0 / 21);
        for (int odd = 19; odd > 1; odd -= 2) {
            series = fma(series, s2, of(1.0 / odd));
        }
        double twice = add(s, s);
        store(fma(exponent, of(LN2), fma(mul(twice, s2), series, twice)), f, at);
    }

    @Override
    public void invert(double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            invertBlocks(planes, at + OUTWARDS, at + INWARDS);
            invertMomentum(planes, at);
        }
    }

    /** The 4 x 4 block of positions and angles, as {@link org.sagitta.kalman.state.Matrix5#inverseOfTransport()}. */
    private static void invertBlocks(double[] planes, int f, int g) {
        double a00 = load(planes, f);
        double a01 = load(planes, f + W);
        double a10 = load(planes, f + 5 * W);
        double a11 = load(planes, f + 6 * W);
        double perDet = div(of(1), det(a00, a11, a01, a10));
        double p00 = mul(a11, perDet);
        double p01 = neg(mul(a01, perDet));
        double p10 = neg(mul(a10, perDet));
        double p11 = mul(a00, perDet);
        double q00 = load(planes, f + 2 * W);
        double q01 = load(planes, f + 3 * W);
        double q10 = load(planes, f + 7 * W);
        double q11 = load(planes, f + 8 * W);
        double pq00 = fma(p00, q00, mul(p01, q10));
        double pq01 = fma(p00, q01, mul(p01, q11));
        double pq10 = fma(p10, q00, mul(p11, q10));
        double pq11 = fma(p10, q01, mul(p11, q11));
        double r00 = load(planes, f + 10 * W);
        double r01 = load(planes, f + 11 * W);
        double r10 = load(planes, f + 15 * W);
        double r11 = load(planes, f + 16 * W);
        double rp00 = fma(r00, p00, mul(r01, p10));
        double rp01 = fma(r00, p01, mul(r01, p11));
        double rp10 = fma(r10, p00, mul(r11, p10));
        double rp11 = fma(r10, p01, mul(r11, p11));
        double s00 = sub(load(planes, f + 12 * W), fma(r00, pq00, mul(r01, pq10)));
        double s01 = sub(load(planes, f + 13 * W), fma(r00, pq01, mul(r01, pq11)));
        double s10 = sub(load(planes, f + 17 * W), fma(r10, pq00, mul(r11, pq10)));
        double s11 = sub(load(planes, f + 18 * W), fma(r10, pq01, mul(r11, pq11)));
        double perSchur = div(of(1), det(s00, s11, s01, s10));
        double d00 = mul(s11, perSchur);
        double d01 = neg(mul(s01, perSchur));
        double d10 = neg(mul(s10, perSchur));
        double d11 = mul(s00, perSchur);
        double b00 = neg(fma(pq00, d00, mul(pq01, d10)));
        double b01 = neg(fma(pq00, d01, mul(pq01, d11)));
        double b10 = neg(fma(pq10, d00, mul(pq11, d10)));
        double b11 = neg(fma(pq10, d01, mul(pq11, d11)));
        store(d00, planes, g + 12 * W);
        store(d01, planes, g + 13 * W);
        store(d10, planes, g + 17 * W);
        store(d11, planes, g + 18 * W);
        store(b00, planes, g + 2 * W);
        store(b01, planes, g + 3 * W);
        store(b10, planes, g + 7 * W);
        store(b11, planes, g + 8 * W);
        store(neg(fma(d00, rp00, mul(d01, rp10))), planes, g + 10 * W);
        store(neg(fma(d00, rp01, mul(d01, rp11))), planes, g + 11 * W);
        store(neg(fma(d10, rp00, mul(d11, rp10))), planes, g + 15 * W);
        store(neg(fma(d10, rp01, mul(d11, rp11))), planes, g + 16 * W);
        store(sub(p00, fma(b00, rp00, mul(b01, rp10))), planes, g);
        store(sub(p01, fma(b00, rp01, mul(b01, rp11))), planes, g + W);
        store(sub(p10, fma(b10, rp00, mul(b11, rp10))), planes, g + 5 * W);
        store(sub(p11, fma(b10, rp01, mul(b11, rp11))), planes, g + 6 * W);
    }

    /** The column of q/p: -A^-1 a, because the slope of the plane multiplies a and divides the whole column. */
    private static void invertMomentum(double[] planes, int at) {
        int f = at + OUTWARDS;
        double a0 = load(planes, f + 4 * W);
        double a1 = load(planes, f + 9 * W);
        double a2 = load(planes, f + 14 * W);
        double a3 = load(planes, f + 19 * W);
        for (int row = 0; row < 4; row++) {
            int g = at + INWARDS + 5 * row * W;
            double sum = fma(
                    load(planes, g),
                    a0,
                    fma(load(planes, g + W), a1, fma(load(planes, g + 2 * W), a2, mul(load(planes, g + 3 * W), a3))));
            store(neg(sum), planes, g + 4 * W);
        }
        store(div(of(1), load(planes, SLOPE + at)), planes, INWARDS_Q + at);
    }
}
