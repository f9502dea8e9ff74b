package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.PlaneSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

/** The text of {@link SmootherKernel}; the build derives {@code simd.VectorSmoother} from it. */
final class ScalarSmoother implements SmootherKernel {
    private static final int W = Lanes.WIDTH;

    /** Where the matrix of the information begins, and the room for a full one. */
    private static final int MATRIX = 5 * W;

    private static final int PRODUCT = 20 * W;

    @Override
    public void addHit(double[] planes, int plane, double[] information) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            addHitLane(planes, plane * SIZE + lane, information, lane);
        }
    }

    private static void addHitLane(double[] p, int at, double[] a, int o) {
        double hU = load(p, at + FIRST_SLOPE_U);
        double hV = load(p, at + FIRST_SLOPE_V);
        double weight = div(of(1), load(p, at + FIRST_VARIANCE));
        double pull = mul(weight, load(p, at + FIRST_RESIDUAL));
        double second = div(load(p, at + HAS_SECOND), load(p, at + SECOND_VARIANCE));
        double weightU = mul(weight, hU);
        double weightV = mul(weight, hV);
        store(fma(hU, pull, load(a, o)), a, o);
        double w1 = fma(hV, pull, load(a, o + W));
        store(fma(second, load(p, at + SECOND_RESIDUAL), w1), a, o + W);
        store(fma(weightU, hU, load(a, o + MATRIX)), a, o + MATRIX);
        store(fma(weightU, hV, load(a, o + MATRIX + W)), a, o + MATRIX + W);
        store(add(second, fma(weightV, hV, load(a, o + MATRIX + 2 * W))), a, o + MATRIX + 2 * W);
    }

    @Override
    public void carryInwards(double[] planes, int plane, double[] information) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            carryVector(planes, at, information, lane);
            carryMatrix(planes, at, information, lane);
            storeShare(planes, at, information, lane);
            storeGain(planes, at, information, lane);
            passMatter(planes, at, information, lane);
            passMatterRows(planes, at, information, lane);
        }
    }

    /** F^T w; the last row of the transport outwards F is (0, 0, 0, 0, slope), which also multiplies its last column. */
    private static void carryVector(double[] p, int at, double[] a, int o) {
        int f = at + OUTWARDS;
        double w0 = load(a, o);
        double w1 = load(a, o + W);
        double w2 = load(a, o + 2 * W);
        double w3 = load(a, o + 3 * W);
        double w4 = load(a, o + 4 * W);
        store(
                fma(
                        load(p, f),
                        w0,
                        fma(load(p, f + 5 * W), w1, fma(load(p, f + 10 * W), w2, mul(load(p, f + 15 * W), w3)))),
                a,
                o);
        store(
                fma(
                        load(p, f + W),
                        w0,
                        fma(load(p, f + 6 * W), w1, fma(load(p, f + 11 * W), w2, mul(load(p, f + 16 * W), w3)))),
                a,
                o + W);
        store(
                fma(
                        load(p, f + 2 * W),
                        w0,
                        fma(load(p, f + 7 * W), w1, fma(load(p, f + 12 * W), w2, mul(load(p, f + 17 * W), w3)))),
                a,
                o + 2 * W);
        store(
                fma(
                        load(p, f + 3 * W),
                        w0,
                        fma(load(p, f + 8 * W), w1, fma(load(p, f + 13 * W), w2, mul(load(p, f + 18 * W), w3)))),
                a,
                o + 3 * W);
        store(
                mul(
                        load(p, at + SLOPE),
                        add(
                                w4,
                                fma(
                                        load(p, f + 4 * W),
                                        w0,
                                        fma(
                                                load(p, f + 9 * W),
                                                w1,
                                                fma(load(p, f + 14 * W), w2, mul(load(p, f + 19 * W), w3)))))),
                a,
                o + 4 * W);
    }

    /** F^T W F, column by column: with all of W at hand, a column of W F, then its products with the columns of F from there. */
    private static void carryMatrix(double[] p, int at, double[] a, int o) {
        int f = at + OUTWARDS;
        int m = o + MATRIX;
        double slope = load(p, at + SLOPE);
        double w00 = load(a, m);
        double w10 = load(a, m + W);
        double w11 = load(a, m + 2 * W);
        double w20 = load(a, m + 3 * W);
        double w21 = load(a, m + 4 * W);
        double w22 = load(a, m + 5 * W);
        double w30 = load(a, m + 6 * W);
        double w31 = load(a, m + 7 * W);
        double w32 = load(a, m + 8 * W);
        double w33 = load(a, m + 9 * W);
        double w40 = load(a, m + 10 * W);
        double w41 = load(a, m + 11 * W);
        double w42 = load(a, m + 12 * W);
        double w43 = load(a, m + 13 * W);
        double w44 = load(a, m + 14 * W);
        double f0 = load(p, f);
        double f1 = load(p, f + 5 * W);
        double f2 = load(p, f + 10 * W);
        double f3 = load(p, f + 15 * W);
        double m0 = fma(w00, f0, fma(w10, f1, fma(w20, f2, mul(w30, f3))));
        double m1 = fma(w10, f0, fma(w11, f1, fma(w21, f2, mul(w31, f3))));
        double m2 = fma(w20, f0, fma(w21, f1, fma(w22, f2, mul(w32, f3))));
        double m3 = fma(w30, f0, fma(w31, f1, fma(w32, f2, mul(w33, f3))));
        double m4 = fma(w40, f0, fma(w41, f1, fma(w42, f2, mul(w43, f3))));
        store(
                fma(
                        load(p, f),
                        m0,
                        fma(load(p, f + 5 * W), m1, fma(load(p, f + 10 * W), m2, mul(load(p, f + 15 * W), m3)))),
                a,
                m);
        store(
                fma(
                        load(p, f + W),
                        m0,
                        fma(load(p, f + 6 * W), m1, fma(load(p, f + 11 * W), m2, mul(load(p, f + 16 * W), m3)))),
                a,
                m + W);
        store(
                fma(
                        load(p, f + 2 * W),
                        m0,
                        fma(load(p, f + 7 * W), m1, fma(load(p, f + 12 * W), m2, mul(load(p, f + 17 * W), m3)))),
                a,
                m + 3 * W);
        store(
                fma(
                        load(p, f + 3 * W),
                        m0,
                        fma(load(p, f + 8 * W), m1, fma(load(p, f + 13 * W), m2, mul(load(p, f + 18 * W), m3)))),
                a,
                m + 6 * W);
        store(
                mul(
                        slope,
                        add(
                                m4,
                                fma(
                                        load(p, f + 4 * W),
                                        m0,
                                        fma(
                                                load(p, f + 9 * W),
                                                m1,
                                                fma(load(p, f + 14 * W), m2, mul(load(p, f + 19 * W), m3)))))),
                a,
                m + 10 * W);
        f0 = load(p, f + W);
        f1 = load(p, f + 6 * W);
        f2 = load(p, f + 11 * W);
        f3 = load(p, f + 16 * W);
        m0 = fma(w00, f0, fma(w10, f1, fma(w20, f2, mul(w30, f3))));
        m1 = fma(w10, f0, fma(w11, f1, fma(w21, f2, mul(w31, f3))));
        m2 = fma(w20, f0, fma(w21, f1, fma(w22, f2, mul(w32, f3))));
        m3 = fma(w30, f0, fma(w31, f1, fma(w32, f2, mul(w33, f3))));
        m4 = fma(w40, f0, fma(w41, f1, fma(w42, f2, mul(w43, f3))));
        store(
                fma(
                        load(p, f + W),
                        m0,
                        fma(load(p, f + 6 * W), m1, fma(load(p, f + 11 * W), m2, mul(load(p, f + 16 * W), m3)))),
                a,
                m + 2 * W);
        store(
                fma(
                        load(p, f + 2 * W),
                        m0,
                        fma(load(p, f + 7 * W), m1, fma(load(p, f + 12 * W), m2, mul(load(p, f + 17 * W), m3)))),
                a,
                m + 4 * W);
        store(
                fma(
                        load(p, f + 3 * W),
                        m0,
                        fma(load(p, f + 8 * W), m1, fma(load(p, f + 13 * W), m2, mul(load(p, f + 18 * W), m3)))),
                a,
                m + 7 * W);
        store(
                mul(
                        slope,
                        add(
                                m4,
                                fma(
                                        load(p, f + 4 * W),
                                        m0,
                                        fma(
                                                load(p, f + 9 * W),
                                                m1,
                                                fma(load(p, f + 14 * W), m2, mul(load(p, f + 19 * W), m3)))))),
                a,
                m + 11 * W);
        f0 = load(p, f + 2 * W);
        f1 = load(p, f + 7 * W);
        f2 = load(p, f + 12 * W);
        f3 = load(p, f + 17 * W);
        m0 = fma(w00, f0, fma(w10, f1, fma(w20, f2, mul(w30, f3))));
        m1 = fma(w10, f0, fma(w11, f1, fma(w21, f2, mul(w31, f3))));
        m2 = fma(w20, f0, fma(w21, f1, fma(w22, f2, mul(w32, f3))));
        m3 = fma(w30, f0, fma(w31, f1, fma(w32, f2, mul(w33, f3))));
        m4 = fma(w40, f0, fma(w41, f1, fma(w42, f2, mul(w43, f3))));
        store(
                fma(
                        load(p, f + 2 * W),
                        m0,
                        fma(load(p, f + 7 * W), m1, fma(load(p, f + 12 * W), m2, mul(load(p, f + 17 * W), m3)))),
                a,
                m + 5 * W);
        store(
                fma(
                        load(p, f + 3 * W),
                        m0,
                        fma(load(p, f + 8 * W), m1, fma(load(p, f + 13 * W), m2, mul(load(p, f + 18 * W), m3)))),
                a,
                m + 8 * W);
        store(
                mul(
                        slope,
                        add(
                                m4,
                                fma(
                                        load(p, f + 4 * W),
                                        m0,
                                        fma(
                                                load(p, f + 9 * W),
                                                m1,
                                                fma(load(p, f + 14 * W), m2, mul(load(p, f + 19 * W), m3)))))),
                a,
                m + 12 * W);
        f0 = load(p, f + 3 * W);
        f1 = load(p, f + 8 * W);
        f2 = load(p, f + 13 * W);
        f3 = load(p, f + 18 * W);
        m0 = fma(w00, f0, fma(w10, f1, fma(w20, f2, mul(w30, f3))));
        m1 = fma(w10, f0, fma(w11, f1, fma(w21, f2, mul(w31, f3))));
        m2 = fma(w20, f0, fma(w21, f1, fma(w22, f2, mul(w32, f3))));
        m3 = fma(w30, f0, fma(w31, f1, fma(w32, f2, mul(w33, f3))));
        m4 = fma(w40, f0, fma(w41, f1, fma(w42, f2, mul(w43, f3))));
        store(
                fma(
                        load(p, f + 3 * W),
                        m0,
                        fma(load(p, f + 8 * W), m1, fma(load(p, f + 13 * W), m2, mul(load(p, f + 18 * W), m3)))),
                a,
                m + 9 * W);
        store(
                mul(
                        slope,
                        add(
                                m4,
                                fma(
                                        load(p, f + 4 * W),
                                        m0,
                                        fma(
                                                load(p, f + 9 * W),
                                                m1,
                                                fma(load(p, f + 14 * W), m2, mul(load(p, f + 19 * W), m3)))))),
                a,
                m + 13 * W);
        f0 = load(p, f + 4 * W);
        f1 = load(p, f + 9 * W);
        f2 = load(p, f + 14 * W);
        f3 = load(p, f + 19 * W);
        m0 = mul(slope, add(w40, fma(w00, f0, fma(w10, f1, fma(w20, f2, mul(w30, f3))))));
        m1 = mul(slope, add(w41, fma(w10, f0, fma(w11, f1, fma(w21, f2, mul(w31, f3))))));
        m2 = mul(slope, add(w42, fma(w20, f0, fma(w21, f1, fma(w22, f2, mul(w32, f3))))));
        m3 = mul(slope, add(w43, fma(w30, f0, fma(w31, f1, fma(w32, f2, mul(w33, f3))))));
        m4 = mul(slope, add(w44, fma(w40, f0, fma(w41, f1, fma(w42, f2, mul(w43, f3))))));
        store(
                mul(
                        slope,
                        add(
                                m4,
                                fma(
                                        load(p, f + 4 * W),
                                        m0,
                                        fma(
                                                load(p, f + 9 * W),
                                                m1,
                                                fma(load(p, f + 14 * W), m2, mul(load(p, f + 19 * W), m3)))))),
                a,
                m + 14 * W);
    }
    /** S = (1 + Q W)^-1 Q by cofactors; no difference is taken of what scattering leaves undecided. */
    private static void storeShare(double[] p, int at, double[] a, int o) {
        double q2 = load(p, at + NOISE_PHI);
        double q3 = load(p, at + NOISE_THETA);
        double q4 = load(p, at + NOISE_Q);
        double w32 = load(a, o + MATRIX + 8 * W);
        double w42 = load(a, o + MATRIX + 12 * W);
        double w43 = load(a, o + MATRIX + 13 * W);
        double d2 = fma(q2, load(a, o + MATRIX + 5 * W), of(1));
        double d3 = fma(q3, load(a, o + MATRIX + 9 * W), of(1));
        double d4 = fma(q4, load(a, o + MATRIX + 14 * W), of(1));
        double m22 = det(d3, d4, mul(q3, q4), mul(w43, w43));
        double m32 = det(w32, d4, mul(q4, w42), w43);
        double m42 = det(w42, d3, mul(q3, w32), w43);
        double m33 = det(d2, d4, mul(q2, q4), mul(w42, w42));
        double m43 = det(w43, d2, mul(q2, w32), w42);
        double m44 = det(d2, d3, mul(q2, q3), mul(w32, w32));
        double offDiagonal = fma(mul(q3, w32), m32, mul(mul(q4, w42), m42));
        double perDet = div(of(1), det(d2, m22, q2, offDiagonal));
        double q2PerDet = mul(q2, perDet);
        double q3PerDet = mul(q3, perDet);
        store(mul(q2PerDet, m22), p, at + SHARE);
        store(neg(mul(mul(q2PerDet, q3), m32)), p, at + SHARE + W);
        store(mul(q3PerDet, m33), p, at + SHARE + 2 * W);
        store(neg(mul(mul(q2PerDet, q4), m42)), p, at + SHARE + 3 * W);
        store(neg(mul(mul(q3PerDet, q4), m43)), p, at + SHARE + 4 * W);
        store(mul(mul(q4, perDet), m44), p, at + SHARE + 5 * W);
    }

    /** T = S W, three rows of five, and S w. */
    private static void storeGain(double[] p, int at, double[] a, int o) {
        double s22 = load(p, at + SHARE);
        double s32 = load(p, at + SHARE + W);
        double s33 = load(p, at + SHARE + 2 * W);
        double s42 = load(p, at + SHARE + 3 * W);
        double s43 = load(p, at + SHARE + 4 * W);
        double s44 = load(p, at + SHARE + 5 * W);
        double w20 = load(a, o + MATRIX + 3 * W);
        double w30 = load(a, o + MATRIX + 6 * W);
        double w40 = load(a, o + MATRIX + 10 * W);
        store(fma(s22, w20, fma(s32, w30, mul(s42, w40))), p, at + SMOOTHER_GAIN);
        store(fma(s32, w20, fma(s33, w30, mul(s43, w40))), p, at + SMOOTHER_GAIN + 5 * W);
        store(fma(s42, w20, fma(s43, w30, mul(s44, w40))), p, at + SMOOTHER_GAIN + 10 * W);
        double w21 = load(a, o + MATRIX + 4 * W);
        double w31 = load(a, o + MATRIX + 7 * W);
        double w41 = load(a, o + MATRIX + 11 * W);
        store(fma(s22, w21, fma(s32, w31, mul(s42, w41))), p, at + SMOOTHER_GAIN + W);
        store(fma(s32, w21, fma(s33, w31, mul(s43, w41))), p, at + SMOOTHER_GAIN + 6 * W);
        store(fma(s42, w21, fma(s43, w31, mul(s44, w41))), p, at + SMOOTHER_GAIN + 11 * W);
        double w22 = load(a, o + MATRIX + 5 * W);
        double w32 = load(a, o + MATRIX + 8 * W);
        double w42 = load(a, o + MATRIX + 12 * W);
        store(fma(s22, w22, fma(s32, w32, mul(s42, w42))), p, at + SMOOTHER_GAIN + 2 * W);
        store(fma(s32, w22, fma(s33, w32, mul(s43, w42))), p, at + SMOOTHER_GAIN + 7 * W);
        store(fma(s42, w22, fma(s43, w32, mul(s44, w42))), p, at + SMOOTHER_GAIN + 12 * W);
        double w23 = load(a, o + MATRIX + 8 * W);
        double w33 = load(a, o + MATRIX + 9 * W);
        double w43 = load(a, o + MATRIX + 13 * W);
        store(fma(s22, w23, fma(s32, w33, mul(s42, w43))), p, at + SMOOTHER_GAIN + 3 * W);
        store(fma(s32, w23, fma(s33, w33, mul(s43, w43))), p, at + SMOOTHER_GAIN + 8 * W);
        store(fma(s42, w23, fma(s43, w33, mul(s44, w43))), p, at + SMOOTHER_GAIN + 13 * W);
        double w24 = load(a, o + MATRIX + 12 * W);
        double w34 = load(a, o + MATRIX + 13 * W);
        double w44 = load(a, o + MATRIX + 14 * W);
        store(fma(s22, w24, fma(s32, w34, mul(s42, w44))), p, at + SMOOTHER_GAIN + 4 * W);
        store(fma(s32, w24, fma(s33, w34, mul(s43, w44))), p, at + SMOOTHER_GAIN + 9 * W);
        store(fma(s42, w24, fma(s43, w34, mul(s44, w44))), p, at + SMOOTHER_GAIN + 14 * W);
        double v2 = load(a, o + 2 * W);
        double v3 = load(a, o + 3 * W);
        double v4 = load(a, o + 4 * W);
        store(fma(s22, v2, fma(s32, v3, mul(s42, v4))), p, at + SMOOTHER_SHIFT);
        store(fma(s32, v2, fma(s33, v3, mul(s43, v4))), p, at + SMOOTHER_SHIFT + W);
        store(fma(s42, v2, fma(s43, v3, mul(s44, v4))), p, at + SMOOTHER_SHIFT + 2 * W);
    }

    /** w - W S w. */
    private static void passMatter(double[] p, int at, double[] a, int o) {
        double shift2 = load(p, at + SMOOTHER_SHIFT);
        double shift3 = load(p, at + SMOOTHER_SHIFT + W);
        double shift4 = load(p, at + SMOOTHER_SHIFT + 2 * W);
        store(
                sub(
                        load(a, o),
                        fma(
                                load(a, o + MATRIX + 3 * W),
                                shift2,
                                fma(load(a, o + MATRIX + 6 * W), shift3, mul(load(a, o + MATRIX + 10 * W), shift4)))),
                a,
                o);
        store(
                sub(
                        load(a, o + W),
                        fma(
                                load(a, o + MATRIX + 4 * W),
                                shift2,
                                fma(load(a, o + MATRIX + 7 * W), shift3, mul(load(a, o + MATRIX + 11 * W), shift4)))),
                a,
                o + W);
        store(
                sub(
                        load(a, o + 2 * W),
                        fma(
                                load(a, o + MATRIX + 5 * W),
                                shift2,
                                fma(load(a, o + MATRIX + 8 * W), shift3, mul(load(a, o + MATRIX + 12 * W), shift4)))),
                a,
                o + 2 * W);
        store(
                sub(
                        load(a, o + 3 * W),
                        fma(
                                load(a, o + MATRIX + 8 * W),
                                shift2,
                                fma(load(a, o + MATRIX + 9 * W), shift3, mul(load(a, o + MATRIX + 13 * W), shift4)))),
                a,
                o + 3 * W);
        store(
                sub(
                        load(a, o + 4 * W),
                        fma(
                                load(a, o + MATRIX + 12 * W),
                                shift2,
                                fma(load(a, o + MATRIX + 13 * W), shift3, mul(load(a, o + MATRIX + 14 * W), shift4)))),
                a,
                o + 4 * W);
    }

    /** W - W T, from all of the columns of W that matter can change. */
    private static void passMatterRows(double[] p, int at, double[] a, int o) {
        int m = o + MATRIX;
        int t = at + SMOOTHER_GAIN;
        double w20 = load(a, m + 3 * W);
        double w30 = load(a, m + 6 * W);
        double w40 = load(a, m + 10 * W);
        double w21 = load(a, m + 4 * W);
        double w31 = load(a, m + 7 * W);
        double w41 = load(a, m + 11 * W);
        double w22 = load(a, m + 5 * W);
        double w32 = load(a, m + 8 * W);
        double w42 = load(a, m + 12 * W);
        double w33 = load(a, m + 9 * W);
        double w43 = load(a, m + 13 * W);
        double w44 = load(a, m + 14 * W);
        double t2 = load(p, t);
        double t3 = load(p, t + 5 * W);
        double t4 = load(p, t + 10 * W);
        store(sub(load(a, m), fma(w20, t2, fma(w30, t3, mul(w40, t4)))), a, m);
        store(sub(load(a, m + W), fma(w21, t2, fma(w31, t3, mul(w41, t4)))), a, m + W);
        store(sub(w20, fma(w22, t2, fma(w32, t3, mul(w42, t4)))), a, m + 3 * W);
        store(sub(w30, fma(w32, t2, fma(w33, t3, mul(w43, t4)))), a, m + 6 * W);
        store(sub(w40, fma(w42, t2, fma(w43, t3, mul(w44, t4)))), a, m + 10 * W);
        t2 = load(p, t + W);
        t3 = load(p, t + 6 * W);
        t4 = load(p, t + 11 * W);
        store(sub(load(a, m + 2 * W), fma(w21, t2, fma(w31, t3, mul(w41, t4)))), a, m + 2 * W);
        store(sub(w21, fma(w22, t2, fma(w32, t3, mul(w42, t4)))), a, m + 4 * W);
        store(sub(w31, fma(w32, t2, fma(w33, t3, mul(w43, t4)))), a, m + 7 * W);
        store(sub(w41, fma(w42, t2, fma(w43, t3, mul(w44, t4)))), a, m + 11 * W);
        t2 = load(p, t + 2 * W);
        t3 = load(p, t + 7 * W);
        t4 = load(p, t + 12 * W);
        store(sub(w22, fma(w22, t2, fma(w32, t3, mul(w42, t4)))), a, m + 5 * W);
        store(sub(w32, fma(w32, t2, fma(w33, t3, mul(w43, t4)))), a, m + 8 * W);
        store(sub(w42, fma(w42, t2, fma(w43, t3, mul(w44, t4)))), a, m + 12 * W);
        t2 = load(p, t + 3 * W);
        t3 = load(p, t + 8 * W);
        t4 = load(p, t + 13 * W);
        store(sub(w33, fma(w32, t2, fma(w33, t3, mul(w43, t4)))), a, m + 9 * W);
        store(sub(w43, fma(w42, t2, fma(w43, t3, mul(w44, t4)))), a, m + 13 * W);
        t2 = load(p, t + 4 * W);
        t3 = load(p, t + 9 * W);
        t4 = load(p, t + 14 * W);
        store(sub(w44, fma(w42, t2, fma(w43, t3, mul(w44, t4)))), a, m + 14 * W);
    }

    @Override
    public void smoothFirst(double[] planes) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            for (int n = 0; n < 20; n++) {
                store(load(planes, SIZE + X + n * W + lane), planes, SIZE + SMOOTHED_X + n * W + lane);
            }
        }
    }

    @Override
    public void smoothNext(double[] planes, int plane, double[] room) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            leaveDeviation(planes, at, room, lane);
            leaveRows(planes, at, room, lane);
            leaveCovariance(planes, at, room, lane);
            transportDeviation(planes, at, room, lane);
            transportCovariance(planes, at, room, lane);
        }
    }

    /** (1 - T) x + S w, behind the matter. */
    private static void leaveDeviation(double[] p, int at, double[] a, int o) {
        int t = at + SMOOTHER_GAIN;
        double x0 = load(p, at + SMOOTHED_X);
        double x1 = load(p, at + SMOOTHED_X + W);
        double x2 = load(p, at + SMOOTHED_X + 2 * W);
        double x3 = load(p, at + SMOOTHED_X + 3 * W);
        double x4 = load(p, at + SMOOTHED_X + 4 * W);
        store(x0, a, o);
        store(x1, a, o + W);
        store(
                add(
                        sub(
                                x2,
                                fma(
                                        load(p, t),
                                        x0,
                                        fma(
                                                load(p, t + W),
                                                x1,
                                                fma(
                                                        load(p, t + 2 * W),
                                                        x2,
                                                        fma(load(p, t + 3 * W), x3, mul(load(p, t + 4 * W), x4)))))),
                        load(p, at + SMOOTHER_SHIFT)),
                a,
                o + 2 * W);
        store(
                add(
                        sub(
                                x3,
                                fma(
                                        load(p, t + 5 * W),
                                        x0,
                                        fma(
                                                load(p, t + 6 * W),
                                                x1,
                                                fma(
                                                        load(p, t + 7 * W),
                                                        x2,
                                                        fma(load(p, t + 8 * W), x3, mul(load(p, t + 9 * W), x4)))))),
                        load(p, at + SMOOTHER_SHIFT + W)),
                a,
                o + 3 * W);
        store(
                add(
                        sub(
                                x4,
                                fma(
                                        load(p, t + 10 * W),
                                        x0,
                                        fma(
                                                load(p, t + 11 * W),
                                                x1,
                                                fma(
                                                        load(p, t + 12 * W),
                                                        x2,
                                                        fma(load(p, t + 13 * W), x3, mul(load(p, t + 14 * W), x4)))))),
                        load(p, at + SMOOTHER_SHIFT + 2 * W)),
                a,
                o + 4 * W);
    }

    /** C + Q to the room for a matrix (lower triangle), and the last three rows of (1 - T) (C + Q) behind it. */
    private static void leaveRows(double[] p, int at, double[] a, int o) {
        int c = at + SMOOTHED_C;
        int m = o + MATRIX;
        int b = o + PRODUCT;
        int t = at + SMOOTHER_GAIN;
        double c00 = load(p, c);
        double c10 = load(p, c + W);
        double c11 = load(p, c + 2 * W);
        double c20 = load(p, c + 3 * W);
        double c21 = load(p, c + 4 * W);
        double c22 = add(load(p, c + 5 * W), load(p, at + NOISE_PHI));
        double c30 = load(p, c + 6 * W);
        double c31 = load(p, c + 7 * W);
        double c32 = load(p, c + 8 * W);
        double c33 = add(load(p, c + 9 * W), load(p, at + NOISE_THETA));
        double c40 = load(p, c + 10 * W);
        double c41 = load(p, c + 11 * W);
        double c42 = load(p, c + 12 * W);
        double c43 = load(p, c + 13 * W);
        double c44 = add(load(p, c + 14 * W), load(p, at + NOISE_Q));
        store(c00, a, m);
        store(c10, a, m + W);
        store(c11, a, m + 2 * W);
        double t0 = load(p, t);
        double t1 = load(p, t + W);
        double t2 = load(p, t + 2 * W);
        double t3 = load(p, t + 3 * W);
        double t4 = load(p, t + 4 * W);
        store(sub(c20, fma(t0, c00, fma(t1, c10, fma(t2, c20, fma(t3, c30, mul(t4, c40)))))), a, b);
        store(sub(c21, fma(t0, c10, fma(t1, c11, fma(t2, c21, fma(t3, c31, mul(t4, c41)))))), a, b + W);
        store(sub(c22, fma(t0, c20, fma(t1, c21, fma(t2, c22, fma(t3, c32, mul(t4, c42)))))), a, b + 2 * W);
        store(sub(c32, fma(t0, c30, fma(t1, c31, fma(t2, c32, fma(t3, c33, mul(t4, c43)))))), a, b + 3 * W);
        store(sub(c42, fma(t0, c40, fma(t1, c41, fma(t2, c42, fma(t3, c43, mul(t4, c44)))))), a, b + 4 * W);
        t0 = load(p, t + 5 * W);
        t1 = load(p, t + 6 * W);
        t2 = load(p, t + 7 * W);
        t3 = load(p, t + 8 * W);
        t4 = load(p, t + 9 * W);
        store(sub(c30, fma(t0, c00, fma(t1, c10, fma(t2, c20, fma(t3, c30, mul(t4, c40)))))), a, b + 5 * W);
        store(sub(c31, fma(t0, c10, fma(t1, c11, fma(t2, c21, fma(t3, c31, mul(t4, c41)))))), a, b + 6 * W);
        store(sub(c32, fma(t0, c20, fma(t1, c21, fma(t2, c22, fma(t3, c32, mul(t4, c42)))))), a, b + 7 * W);
        store(sub(c33, fma(t0, c30, fma(t1, c31, fma(t2, c32, fma(t3, c33, mul(t4, c43)))))), a, b + 8 * W);
        store(sub(c43, fma(t0, c40, fma(t1, c41, fma(t2, c42, fma(t3, c43, mul(t4, c44)))))), a, b + 9 * W);
        t0 = load(p, t + 10 * W);
        t1 = load(p, t + 11 * W);
        t2 = load(p, t + 12 * W);
        t3 = load(p, t + 13 * W);
        t4 = load(p, t + 14 * W);
        store(sub(c40, fma(t0, c00, fma(t1, c10, fma(t2, c20, fma(t3, c30, mul(t4, c40)))))), a, b + 10 * W);
        store(sub(c41, fma(t0, c10, fma(t1, c11, fma(t2, c21, fma(t3, c31, mul(t4, c41)))))), a, b + 11 * W);
        store(sub(c42, fma(t0, c20, fma(t1, c21, fma(t2, c22, fma(t3, c32, mul(t4, c42)))))), a, b + 12 * W);
        store(sub(c43, fma(t0, c30, fma(t1, c31, fma(t2, c32, fma(t3, c33, mul(t4, c43)))))), a, b + 13 * W);
        store(sub(c44, fma(t0, c40, fma(t1, c41, fma(t2, c42, fma(t3, c43, mul(t4, c44)))))), a, b + 14 * W);
    }

    /** (1 - T) (C + Q) (1 - T)^T + T S, the rows that matter changes. */
    private static void leaveCovariance(double[] p, int at, double[] a, int o) {
        int m = o + MATRIX;
        int b = o + PRODUCT;
        int t = at + SMOOTHER_GAIN;
        double s22 = load(p, at + SHARE);
        double s32 = load(p, at + SHARE + W);
        double s33 = load(p, at + SHARE + 2 * W);
        double s42 = load(p, at + SHARE + 3 * W);
        double s43 = load(p, at + SHARE + 4 * W);
        double s44 = load(p, at + SHARE + 5 * W);
        double b0 = load(a, b);
        double b1 = load(a, b + W);
        double b2 = load(a, b + 2 * W);
        double b3 = load(a, b + 3 * W);
        double b4 = load(a, b + 4 * W);
        double t2 = load(p, t + 2 * W);
        double t3 = load(p, t + 3 * W);
        double t4 = load(p, t + 4 * W);
        store(b0, a, m + 3 * W);
        store(b1, a, m + 4 * W);
        store(
                add(
                        sub(
                                b2,
                                fma(
                                        b0,
                                        load(p, t),
                                        fma(
                                                b1,
                                                load(p, t + W),
                                                fma(
                                                        b2,
                                                        load(p, t + 2 * W),
                                                        fma(b3, load(p, t + 3 * W), mul(b4, load(p, t + 4 * W))))))),
                        fma(t2, s22, fma(t3, s32, mul(t4, s42)))),
                a,
                m + 5 * W);
        b0 = load(a, b + 5 * W);
        b1 = load(a, b + 6 * W);
        b2 = load(a, b + 7 * W);
        b3 = load(a, b + 8 * W);
        b4 = load(a, b + 9 * W);
        t2 = load(p, t + 7 * W);
        t3 = load(p, t + 8 * W);
        t4 = load(p, t + 9 * W);
        store(b0, a, m + 6 * W);
        store(b1, a, m + 7 * W);
        store(
                add(
                        sub(
                                b2,
                                fma(
                                        b0,
                                        load(p, t),
                                        fma(
                                                b1,
                                                load(p, t + W),
                                                fma(
                                                        b2,
                                                        load(p, t + 2 * W),
                                                        fma(b3, load(p, t + 3 * W), mul(b4, load(p, t + 4 * W))))))),
                        fma(t2, s22, fma(t3, s32, mul(t4, s42)))),
                a,
                m + 8 * W);
        store(
                add(
                        sub(
                                b3,
                                fma(
                                        b0,
                                        load(p, t + 5 * W),
                                        fma(
                                                b1,
                                                load(p, t + 6 * W),
                                                fma(
                                                        b2,
                                                        load(p, t + 7 * W),
                                                        fma(b3, load(p, t + 8 * W), mul(b4, load(p, t + 9 * W))))))),
                        fma(t2, s32, fma(t3, s33, mul(t4, s43)))),
                a,
                m + 9 * W);
        b0 = load(a, b + 10 * W);
        b1 = load(a, b + 11 * W);
        b2 = load(a, b + 12 * W);
        b3 = load(a, b + 13 * W);
        b4 = load(a, b + 14 * W);
        t2 = load(p, t + 12 * W);
        t3 = load(p, t + 13 * W);
        t4 = load(p, t + 14 * W);
        store(b0, a, m + 10 * W);
        store(b1, a, m + 11 * W);
        store(
                add(
                        sub(
                                b2,
                                fma(
                                        b0,
                                        load(p, t),
                                        fma(
                                                b1,
                                                load(p, t + W),
                                                fma(
                                                        b2,
                                                        load(p, t + 2 * W),
                                                        fma(b3, load(p, t + 3 * W), mul(b4, load(p, t + 4 * W))))))),
                        fma(t2, s22, fma(t3, s32, mul(t4, s42)))),
                a,
                m + 12 * W);
        store(
                add(
                        sub(
                                b3,
                                fma(
                                        b0,
                                        load(p, t + 5 * W),
                                        fma(
                                                b1,
                                                load(p, t + 6 * W),
                                                fma(
                                                        b2,
                                                        load(p, t + 7 * W),
                                                        fma(b3, load(p, t + 8 * W), mul(b4, load(p, t + 9 * W))))))),
                        fma(t2, s32, fma(t3, s33, mul(t4, s43)))),
                a,
                m + 13 * W);
        store(
                add(
                        sub(
                                b4,
                                fma(
                                        b0,
                                        load(p, t + 10 * W),
                                        fma(
                                                b1,
                                                load(p, t + 11 * W),
                                                fma(
                                                        b2,
                                                        load(p, t + 12 * W),
                                                        fma(b3, load(p, t + 13 * W), mul(b4, load(p, t + 14 * W))))))),
                        fma(t2, s42, fma(t3, s43, mul(t4, s44)))),
                a,
                m + 14 * W);
    }

    /** F x. */
    private static void transportDeviation(double[] p, int at, double[] a, int o) {
        int f = at + OUTWARDS;
        int to = at + SIZE + SMOOTHED_X;
        double x0 = load(a, o);
        double x1 = load(a, o + W);
        double x2 = load(a, o + 2 * W);
        double x3 = load(a, o + 3 * W);
        double x4 = mul(load(p, at + SLOPE), load(a, o + 4 * W));
        store(
                fma(
                        load(p, f),
                        x0,
                        fma(
                                load(p, f + W),
                                x1,
                                fma(load(p, f + 2 * W), x2, fma(load(p, f + 3 * W), x3, mul(load(p, f + 4 * W), x4))))),
                p,
                to);
        store(
                fma(
                        load(p, f + 5 * W),
                        x0,
                        fma(
                                load(p, f + 6 * W),
                                x1,
                                fma(load(p, f + 7 * W), x2, fma(load(p, f + 8 * W), x3, mul(load(p, f + 9 * W), x4))))),
                p,
                to + W);
        store(
                fma(
                        load(p, f + 10 * W),
                        x0,
                        fma(
                                load(p, f + 11 * W),
                                x1,
                                fma(
                                        load(p, f + 12 * W),
                                        x2,
                                        fma(load(p, f + 13 * W), x3, mul(load(p, f + 14 * W), x4))))),
                p,
                to + 2 * W);
        store(
                fma(
                        load(p, f + 15 * W),
                        x0,
                        fma(
                                load(p, f + 16 * W),
                                x1,
                                fma(
                                        load(p, f + 17 * W),
                                        x2,
                                        fma(load(p, f + 18 * W), x3, mul(load(p, f + 19 * W), x4))))),
                p,
                to + 3 * W);
        store(x4, p, to + 4 * W);
    }

    /** F C F^T, row by row: with all of C at hand, a row of F C, then its products with the rows of F up to there. */
    private static void transportCovariance(double[] p, int at, double[] a, int o) {
        int f = at + OUTWARDS;
        int c = o + MATRIX;
        int to = at + SIZE + SMOOTHED_C;
        double slope = load(p, at + SLOPE);
        double c00 = load(a, c);
        double c10 = load(a, c + W);
        double c11 = load(a, c + 2 * W);
        double c20 = load(a, c + 3 * W);
        double c21 = load(a, c + 4 * W);
        double c22 = load(a, c + 5 * W);
        double c30 = load(a, c + 6 * W);
        double c31 = load(a, c + 7 * W);
        double c32 = load(a, c + 8 * W);
        double c33 = load(a, c + 9 * W);
        double c40 = mul(slope, load(a, c + 10 * W));
        double c41 = mul(slope, load(a, c + 11 * W));
        double c42 = mul(slope, load(a, c + 12 * W));
        double c43 = mul(slope, load(a, c + 13 * W));
        double c44 = mul(slope, mul(slope, load(a, c + 14 * W)));
        double f0 = load(p, f);
        double f1 = load(p, f + W);
        double f2 = load(p, f + 2 * W);
        double f3 = load(p, f + 3 * W);
        double f4 = load(p, f + 4 * W);
        double m0 = fma(f0, c00, fma(f1, c10, fma(f2, c20, fma(f3, c30, mul(f4, c40)))));
        double m1 = fma(f0, c10, fma(f1, c11, fma(f2, c21, fma(f3, c31, mul(f4, c41)))));
        double m2 = fma(f0, c20, fma(f1, c21, fma(f2, c22, fma(f3, c32, mul(f4, c42)))));
        double m3 = fma(f0, c30, fma(f1, c31, fma(f2, c32, fma(f3, c33, mul(f4, c43)))));
        double m4 = fma(f0, c40, fma(f1, c41, fma(f2, c42, fma(f3, c43, mul(f4, c44)))));
        store(
                fma(
                        m0,
                        load(p, f),
                        fma(
                                m1,
                                load(p, f + W),
                                fma(m2, load(p, f + 2 * W), fma(m3, load(p, f + 3 * W), mul(m4, load(p, f + 4 * W)))))),
                p,
                to);
        store(m4, p, to + 10 * W);
        f0 = load(p, f + 5 * W);
        f1 = load(p, f + 6 * W);
        f2 = load(p, f + 7 * W);
        f3 = load(p, f + 8 * W);
        f4 = load(p, f + 9 * W);
        m0 = fma(f0, c00, fma(f1, c10, fma(f2, c20, fma(f3, c30, mul(f4, c40)))));
        m1 = fma(f0, c10, fma(f1, c11, fma(f2, c21, fma(f3, c31, mul(f4, c41)))));
        m2 = fma(f0, c20, fma(f1, c21, fma(f2, c22, fma(f3, c32, mul(f4, c42)))));
        m3 = fma(f0, c30, fma(f1, c31, fma(f2, c32, fma(f3, c33, mul(f4, c43)))));
        m4 = fma(f0, c40, fma(f1, c41, fma(f2, c42, fma(f3, c43, mul(f4, c44)))));
        store(
                fma(
                        m0,
                        load(p, f),
                        fma(
                                m1,
                                load(p, f + W),
                                fma(m2, load(p, f + 2 * W), fma(m3, load(p, f + 3 * W), mul(m4, load(p, f + 4 * W)))))),
                p,
                to + W);
        store(
                fma(
                        m0,
                        load(p, f + 5 * W),
                        fma(
                                m1,
                                load(p, f + 6 * W),
                                fma(m2, load(p, f + 7 * W), fma(m3, load(p, f + 8 * W), mul(m4, load(p, f + 9 * W)))))),
                p,
                to + 2 * W);
        store(m4, p, to + 11 * W);
        f0 = load(p, f + 10 * W);
        f1 = load(p, f + 11 * W);
        f2 = load(p, f + 12 * W);
        f3 = load(p, f + 13 * W);
        f4 = load(p, f + 14 * W);
        m0 = fma(f0, c00, fma(f1, c10, fma(f2, c20, fma(f3, c30, mul(f4, c40)))));
        m1 = fma(f0, c10, fma(f1, c11, fma(f2, c21, fma(f3, c31, mul(f4, c41)))));
        m2 = fma(f0, c20, fma(f1, c21, fma(f2, c22, fma(f3, c32, mul(f4, c42)))));
        m3 = fma(f0, c30, fma(f1, c31, fma(f2, c32, fma(f3, c33, mul(f4, c43)))));
        m4 = fma(f0, c40, fma(f1, c41, fma(f2, c42, fma(f3, c43, mul(f4, c44)))));
        store(
                fma(
                        m0,
                        load(p, f),
                        fma(
                                m1,
                                load(p, f + W),
                                fma(m2, load(p, f + 2 * W), fma(m3, load(p, f + 3 * W), mul(m4, load(p, f + 4 * W)))))),
                p,
                to + 3 * W);
        store(
                fma(
                        m0,
                        load(p, f + 5 * W),
                        fma(
                                m1,
                                load(p, f + 6 * W),
                                fma(m2, load(p, f + 7 * W), fma(m3, load(p, f + 8 * W), mul(m4, load(p, f + 9 * W)))))),
                p,
                to + 4 * W);
        store(
                fma(
                        m0,
                        load(p, f + 10 * W),
                        fma(
                                m1,
                                load(p, f + 11 * W),
                                fma(
                                        m2,
                                        load(p, f + 12 * W),
                                        fma(m3, load(p, f + 13 * W), mul(m4, load(p, f + 14 * W)))))),
                p,
                to + 5 * W);
        store(m4, p, to + 12 * W);
        f0 = load(p, f + 15 * W);
        f1 = load(p, f + 16 * W);
        f2 = load(p, f + 17 * W);
        f3 = load(p, f + 18 * W);
        f4 = load(p, f + 19 * W);
        m0 = fma(f0, c00, fma(f1, c10, fma(f2, c20, fma(f3, c30, mul(f4, c40)))));
        m1 = fma(f0, c10, fma(f1, c11, fma(f2, c21, fma(f3, c31, mul(f4, c41)))));
        m2 = fma(f0, c20, fma(f1, c21, fma(f2, c22, fma(f3, c32, mul(f4, c42)))));
        m3 = fma(f0, c30, fma(f1, c31, fma(f2, c32, fma(f3, c33, mul(f4, c43)))));
        m4 = fma(f0, c40, fma(f1, c41, fma(f2, c42, fma(f3, c43, mul(f4, c44)))));
        store(
                fma(
                        m0,
                        load(p, f),
                        fma(
                                m1,
                                load(p, f + W),
                                fma(m2, load(p, f + 2 * W), fma(m3, load(p, f + 3 * W), mul(m4, load(p, f + 4 * W)))))),
                p,
                to + 6 * W);
        store(
                fma(
                        m0,
                        load(p, f + 5 * W),
                        fma(
                                m1,
                                load(p, f + 6 * W),
                                fma(m2, load(p, f + 7 * W), fma(m3, load(p, f + 8 * W), mul(m4, load(p, f + 9 * W)))))),
                p,
                to + 7 * W);
        store(
                fma(
                        m0,
                        load(p, f + 10 * W),
                        fma(
                                m1,
                                load(p, f + 11 * W),
                                fma(
                                        m2,
                                        load(p, f + 12 * W),
                                        fma(m3, load(p, f + 13 * W), mul(m4, load(p, f + 14 * W)))))),
                p,
                to + 8 * W);
        store(
                fma(
                        m0,
                        load(p, f + 15 * W),
                        fma(
                                m1,
                                load(p, f + 16 * W),
                                fma(
                                        m2,
                                        load(p, f + 17 * W),
                                        fma(m3, load(p, f + 18 * W), mul(m4, load(p, f + 19 * W)))))),
                p,
                to + 9 * W);
        store(m4, p, to + 13 * W);
        store(c44, p, to + 14 * W);
    }
}
