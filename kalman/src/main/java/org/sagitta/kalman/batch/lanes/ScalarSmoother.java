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
            int m = lane + MATRIX;
            int to = lane + PRODUCT;
            timesTransport(planes, at, information, m, W, 3 * W, 6 * W, 10 * W, to);
            timesTransport(planes, at, information, m + W, W, 3 * W, 6 * W, 10 * W, to + 5 * W);
            timesTransport(planes, at, information, m + 3 * W, W, 2 * W, 5 * W, 9 * W, to + 10 * W);
            timesTransport(planes, at, information, m + 6 * W, W, 2 * W, 3 * W, 7 * W, to + 15 * W);
            timesTransport(planes, at, information, m + 10 * W, W, 2 * W, 3 * W, 4 * W, to + 20 * W);
            for (int column = 0; column < 5; column++) {
                transportTimes(planes, at, information, lane, column);
            }
            timesTransport(planes, at, information, lane, W, 2 * W, 3 * W, 4 * W, to);
            storeShare(planes, at, information, lane);
            storeGain(planes, at, information, lane);
            passMatter(planes, at, information, lane);
        }
    }

    /**
     * A row vector times the transport outwards F, whose last row is (0, 0, 0, 0, slope).
     *
     * @param from place of its first element; the others follow at the steps {@code n1} to {@code n4}
     * @param to place of the five products
     */
    private static void timesTransport(
            double[] p, int at, double[] a, int from, int n1, int n2, int n3, int n4, int to) {
        int f = at + OUTWARDS;
        double l0 = load(a, from);
        double l1 = load(a, from + n1);
        double l2 = load(a, from + n2);
        double l3 = load(a, from + n3);
        double s0 = fma(
                load(p, f),
                l0,
                fma(load(p, f + 5 * W), l1, fma(load(p, f + 10 * W), l2, mul(load(p, f + 15 * W), l3))));
        double s1 = fma(
                load(p, f + W),
                l0,
                fma(load(p, f + 6 * W), l1, fma(load(p, f + 11 * W), l2, mul(load(p, f + 16 * W), l3))));
        double s2 = fma(
                load(p, f + 2 * W),
                l0,
                fma(load(p, f + 7 * W), l1, fma(load(p, f + 12 * W), l2, mul(load(p, f + 17 * W), l3))));
        double s3 = fma(
                load(p, f + 3 * W),
                l0,
                fma(load(p, f + 8 * W), l1, fma(load(p, f + 13 * W), l2, mul(load(p, f + 18 * W), l3))));
        double s4 = mul(
                load(p, at + SLOPE),
                add(
                        load(a, from + n4),
                        fma(
                                load(p, f + 4 * W),
                                l0,
                                fma(
                                        load(p, f + 9 * W),
                                        l1,
                                        fma(load(p, f + 14 * W), l2, mul(load(p, f + 19 * W), l3))))));
        store(s0, a, to);
        store(s1, a, to + W);
        store(s2, a, to + 2 * W);
        store(s3, a, to + 3 * W);
        store(s4, a, to + 4 * W);
    }

    /** A column of F^T (W F), from the diagonal down. */
    private static void transportTimes(double[] p, int at, double[] a, int o, int column) {
        int from = o + PRODUCT + column * W;
        double m0 = load(a, from);
        double m1 = load(a, from + 5 * W);
        double m2 = load(a, from + 10 * W);
        double m3 = load(a, from + 15 * W);
        int to = o + MATRIX + column * W;
        for (int row = column; row < 5; row++) {
            int f = at + OUTWARDS + row * W;
            double inner = fma(load(p, f + 10 * W), m2, mul(load(p, f + 15 * W), m3));
            double sum = fma(load(p, f), m0, fma(load(p, f + 5 * W), m1, inner));
            if (row == 4) {
                sum = mul(load(p, at + SLOPE), add(sum, load(a, from + 20 * W)));
            }
            store(sum, a, to + row * (row + 1) / 2 * W);
        }
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

    /** T = S W, three rows of five, and S w; w is still that of F^T w in the room for products. */
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
        double v2 = load(a, o + PRODUCT + 2 * W);
        double v3 = load(a, o + PRODUCT + 3 * W);
        double v4 = load(a, o + PRODUCT + 4 * W);
        store(fma(s22, v2, fma(s32, v3, mul(s42, v4))), p, at + SMOOTHER_SHIFT);
        store(fma(s32, v2, fma(s33, v3, mul(s43, v4))), p, at + SMOOTHER_SHIFT + W);
        store(fma(s42, v2, fma(s43, v3, mul(s44, v4))), p, at + SMOOTHER_SHIFT + 2 * W);
    }

    /** W - W T and w - W S w, the columns of W that matter can change. */
    private static void passMatter(double[] p, int at, double[] a, int o) {
        double shift2 = load(p, at + SMOOTHER_SHIFT);
        double shift3 = load(p, at + SMOOTHER_SHIFT + W);
        double shift4 = load(p, at + SMOOTHER_SHIFT + 2 * W);
        double w02 = load(a, o + MATRIX + 3 * W);
        double w03 = load(a, o + MATRIX + 6 * W);
        double w04 = load(a, o + MATRIX + 10 * W);
        double w12 = load(a, o + MATRIX + 4 * W);
        double w13 = load(a, o + MATRIX + 7 * W);
        double w14 = load(a, o + MATRIX + 11 * W);
        double w22 = load(a, o + MATRIX + 5 * W);
        double w23 = load(a, o + MATRIX + 8 * W);
        double w24 = load(a, o + MATRIX + 12 * W);
        double w32 = load(a, o + MATRIX + 8 * W);
        double w33 = load(a, o + MATRIX + 9 * W);
        double w34 = load(a, o + MATRIX + 13 * W);
        double w42 = load(a, o + MATRIX + 12 * W);
        double w43 = load(a, o + MATRIX + 13 * W);
        double w44 = load(a, o + MATRIX + 14 * W);
        store(sub(load(a, o + PRODUCT), fma(w02, shift2, fma(w03, shift3, mul(w04, shift4)))), a, o);
        store(sub(load(a, o + PRODUCT + W), fma(w12, shift2, fma(w13, shift3, mul(w14, shift4)))), a, o + W);
        store(sub(load(a, o + PRODUCT + 2 * W), fma(w22, shift2, fma(w23, shift3, mul(w24, shift4)))), a, o + 2 * W);
        store(sub(load(a, o + PRODUCT + 3 * W), fma(w32, shift2, fma(w33, shift3, mul(w34, shift4)))), a, o + 3 * W);
        store(sub(load(a, o + PRODUCT + 4 * W), fma(w42, shift2, fma(w43, shift3, mul(w44, shift4)))), a, o + 4 * W);
        passMatterRows(p, at, a, o);
    }

    private static void passMatterRows(double[] p, int at, double[] a, int o) {
        double w02 = load(a, o + MATRIX + 3 * W);
        double w03 = load(a, o + MATRIX + 6 * W);
        double w04 = load(a, o + MATRIX + 10 * W);
        double w12 = load(a, o + MATRIX + 4 * W);
        double w13 = load(a, o + MATRIX + 7 * W);
        double w14 = load(a, o + MATRIX + 11 * W);
        double w22 = load(a, o + MATRIX + 5 * W);
        double w23 = load(a, o + MATRIX + 8 * W);
        double w24 = load(a, o + MATRIX + 12 * W);
        double w32 = load(a, o + MATRIX + 8 * W);
        double w33 = load(a, o + MATRIX + 9 * W);
        double w34 = load(a, o + MATRIX + 13 * W);
        double w42 = load(a, o + MATRIX + 12 * W);
        double w43 = load(a, o + MATRIX + 13 * W);
        double w44 = load(a, o + MATRIX + 14 * W);
        for (int column = 0; column < 5; column++) {
            double t2 = load(p, at + SMOOTHER_GAIN + column * W);
            double t3 = load(p, at + SMOOTHER_GAIN + (5 + column) * W);
            double t4 = load(p, at + SMOOTHER_GAIN + (10 + column) * W);
            int to = o + MATRIX + column * W;
            if (column <= 0) {
                store(sub(load(a, to), fma(w02, t2, fma(w03, t3, mul(w04, t4)))), a, to);
            }
            if (column <= 1) {
                store(sub(load(a, to + W), fma(w12, t2, fma(w13, t3, mul(w14, t4)))), a, to + W);
            }
            if (column <= 2) {
                store(sub(load(a, to + 3 * W), fma(w22, t2, fma(w23, t3, mul(w24, t4)))), a, to + 3 * W);
            }
            if (column <= 3) {
                store(sub(load(a, to + 6 * W), fma(w32, t2, fma(w33, t3, mul(w34, t4)))), a, to + 6 * W);
            }
            store(sub(load(a, to + 10 * W), fma(w42, t2, fma(w43, t3, mul(w44, t4)))), a, to + 10 * W);
        }
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
            unfold(planes, at, room, lane);
            for (int row = 2; row < 5; row++) {
                correctRow(planes, at, room, lane, row);
            }
            for (int row = 2; row < 5; row++) {
                correctColumns(planes, at, room, lane, row);
            }
            for (int row = 0; row < 5; row++) {
                transportRow(planes, at, room, lane, row);
            }
        }
    }

    /** C + Q as a full matrix, and x. */
    private static void unfold(double[] p, int at, double[] a, int o) {
        int c = at + SMOOTHED_C;
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
        store(c00, a, o + PRODUCT);
        store(c10, a, o + PRODUCT + W);
        store(c20, a, o + PRODUCT + 2 * W);
        store(c30, a, o + PRODUCT + 3 * W);
        store(c40, a, o + PRODUCT + 4 * W);
        store(c10, a, o + PRODUCT + 5 * W);
        store(c11, a, o + PRODUCT + 6 * W);
        store(c21, a, o + PRODUCT + 7 * W);
        store(c31, a, o + PRODUCT + 8 * W);
        store(c41, a, o + PRODUCT + 9 * W);
        store(c20, a, o + PRODUCT + 10 * W);
        store(c21, a, o + PRODUCT + 11 * W);
        store(c22, a, o + PRODUCT + 12 * W);
        store(c32, a, o + PRODUCT + 13 * W);
        store(c42, a, o + PRODUCT + 14 * W);
        store(c30, a, o + PRODUCT + 15 * W);
        store(c31, a, o + PRODUCT + 16 * W);
        store(c32, a, o + PRODUCT + 17 * W);
        store(c33, a, o + PRODUCT + 18 * W);
        store(c43, a, o + PRODUCT + 19 * W);
        store(c40, a, o + PRODUCT + 20 * W);
        store(c41, a, o + PRODUCT + 21 * W);
        store(c42, a, o + PRODUCT + 22 * W);
        store(c43, a, o + PRODUCT + 23 * W);
        store(c44, a, o + PRODUCT + 24 * W);
        store(load(p, at + SMOOTHED_X), a, o);
        store(load(p, at + SMOOTHED_X + W), a, o + W);
        store(load(p, at + SMOOTHED_X + 2 * W), a, o + 2 * W);
        store(load(p, at + SMOOTHED_X + 3 * W), a, o + 3 * W);
        store(load(p, at + SMOOTHED_X + 4 * W), a, o + 4 * W);
    }

    /** A row of (1 - T) (C + Q), to the row of the information that is not needed any more, and of x. */
    private static void correctRow(double[] p, int at, double[] a, int o, int row) {
        int t = at + SMOOTHER_GAIN + 5 * (row - 2) * W;
        double t0 = load(p, t);
        double t1 = load(p, t + W);
        double t2 = load(p, t + 2 * W);
        double t3 = load(p, t + 3 * W);
        double t4 = load(p, t + 4 * W);
        int from = o + PRODUCT;
        int to = o + MATRIX + 5 * (row - 2) * W;
        double s0 = fma(
                t0,
                load(a, from),
                fma(
                        t1,
                        load(a, from + 5 * W),
                        fma(
                                t2,
                                load(a, from + 10 * W),
                                fma(t3, load(a, from + 15 * W), mul(t4, load(a, from + 20 * W))))));
        store(sub(load(a, from + (5 * row + 0) * W), s0), a, to);
        double s1 = fma(
                t0,
                load(a, from + W),
                fma(
                        t1,
                        load(a, from + 6 * W),
                        fma(
                                t2,
                                load(a, from + 11 * W),
                                fma(t3, load(a, from + 16 * W), mul(t4, load(a, from + 21 * W))))));
        store(sub(load(a, from + (5 * row + 1) * W), s1), a, to + W);
        double s2 = fma(
                t0,
                load(a, from + 2 * W),
                fma(
                        t1,
                        load(a, from + 7 * W),
                        fma(
                                t2,
                                load(a, from + 12 * W),
                                fma(t3, load(a, from + 17 * W), mul(t4, load(a, from + 22 * W))))));
        store(sub(load(a, from + (5 * row + 2) * W), s2), a, to + 2 * W);
        double s3 = fma(
                t0,
                load(a, from + 3 * W),
                fma(
                        t1,
                        load(a, from + 8 * W),
                        fma(
                                t2,
                                load(a, from + 13 * W),
                                fma(t3, load(a, from + 18 * W), mul(t4, load(a, from + 23 * W))))));
        store(sub(load(a, from + (5 * row + 3) * W), s3), a, to + 3 * W);
        double s4 = fma(
                t0,
                load(a, from + 4 * W),
                fma(
                        t1,
                        load(a, from + 9 * W),
                        fma(
                                t2,
                                load(a, from + 14 * W),
                                fma(t3, load(a, from + 19 * W), mul(t4, load(a, from + 24 * W))))));
        store(sub(load(a, from + (5 * row + 4) * W), s4), a, to + 4 * W);
        double shift = fma(
                t0,
                load(p, at + SMOOTHED_X),
                fma(
                        t1,
                        load(p, at + SMOOTHED_X + W),
                        fma(
                                t2,
                                load(p, at + SMOOTHED_X + 2 * W),
                                fma(t3, load(p, at + SMOOTHED_X + 3 * W), mul(t4, load(p, at + SMOOTHED_X + 4 * W))))));
        double x = sub(load(p, at + SMOOTHED_X + row * W), shift);
        store(add(x, load(p, at + SMOOTHER_SHIFT + (row - 2) * W)), a, o + row * W);
    }

    /** A row of (1 - T) (C + Q) (1 - T)^T + T S^T, and by symmetry a column. */
    private static void correctColumns(double[] p, int at, double[] a, int o, int row) {
        int b = o + MATRIX + 5 * (row - 2) * W;
        double b0 = load(a, b);
        double b1 = load(a, b + W);
        double b2 = load(a, b + 2 * W);
        double b3 = load(a, b + 3 * W);
        double b4 = load(a, b + 4 * W);
        int t = at + SMOOTHER_GAIN + 5 * (row - 2) * W;
        double t2 = load(p, t + 2 * W);
        double t3 = load(p, t + 3 * W);
        double t4 = load(p, t + 4 * W);
        int to = o + PRODUCT;
        int g = at + SMOOTHER_GAIN;
        double s22 = load(p, at + SHARE);
        double s32 = load(p, at + SHARE + W);
        double s33 = load(p, at + SHARE + 2 * W);
        double s42 = load(p, at + SHARE + 3 * W);
        double s43 = load(p, at + SHARE + 4 * W);
        double s44 = load(p, at + SHARE + 5 * W);
        store(b0, a, to + 5 * row * W);
        store(b0, a, to + row * W);
        store(b1, a, to + (5 * row + 1) * W);
        store(b1, a, to + (5 + row) * W);
        double n2 = add(
                sub(
                        b2,
                        fma(
                                b0,
                                load(p, g),
                                fma(
                                        b1,
                                        load(p, g + W),
                                        fma(
                                                b2,
                                                load(p, g + 2 * W),
                                                fma(b3, load(p, g + 3 * W), mul(b4, load(p, g + 4 * W))))))),
                fma(t2, s22, fma(t3, s32, mul(t4, s42))));
        double n3 = add(
                sub(
                        b3,
                        fma(
                                b0,
                                load(p, g + 5 * W),
                                fma(
                                        b1,
                                        load(p, g + 6 * W),
                                        fma(
                                                b2,
                                                load(p, g + 7 * W),
                                                fma(b3, load(p, g + 8 * W), mul(b4, load(p, g + 9 * W))))))),
                fma(t2, s32, fma(t3, s33, mul(t4, s43))));
        double n4 = add(
                sub(
                        b4,
                        fma(
                                b0,
                                load(p, g + 10 * W),
                                fma(
                                        b1,
                                        load(p, g + 11 * W),
                                        fma(
                                                b2,
                                                load(p, g + 12 * W),
                                                fma(b3, load(p, g + 13 * W), mul(b4, load(p, g + 14 * W))))))),
                fma(t2, s42, fma(t3, s43, mul(t4, s44))));
        store(n2, a, to + (5 * row + 2) * W);
        store(n2, a, to + (10 + row) * W);
        if (row >= 3) {
            store(n3, a, to + (5 * row + 3) * W);
            store(n3, a, to + (15 + row) * W);
        }
        if (row >= 4) {
            store(n4, a, to + (5 * row + 4) * W);
            store(n4, a, to + (20 + row) * W);
        }
    }

    /** A row of F C F^T, and of F x, into the record of the next plane. */
    private static void transportRow(double[] p, int at, double[] a, int o, int row) {
        int f = at + OUTWARDS + 5 * row * W;
        double slope = load(p, at + SLOPE);
        double f0 = row < 4 ? load(p, f) : of(0);
        double f1 = row < 4 ? load(p, f + W) : of(0);
        double f2 = row < 4 ? load(p, f + 2 * W) : of(0);
        double f3 = row < 4 ? load(p, f + 3 * W) : of(0);
        double f4 = row < 4 ? mul(slope, load(p, f + 4 * W)) : slope;
        int c = o + PRODUCT;
        double m0 = fma(
                f0,
                load(a, c),
                fma(
                        f1,
                        load(a, c + 5 * W),
                        fma(f2, load(a, c + 10 * W), fma(f3, load(a, c + 15 * W), mul(f4, load(a, c + 20 * W))))));
        double m1 = fma(
                f0,
                load(a, c + W),
                fma(
                        f1,
                        load(a, c + 6 * W),
                        fma(f2, load(a, c + 11 * W), fma(f3, load(a, c + 16 * W), mul(f4, load(a, c + 21 * W))))));
        double m2 = fma(
                f0,
                load(a, c + 2 * W),
                fma(
                        f1,
                        load(a, c + 7 * W),
                        fma(f2, load(a, c + 12 * W), fma(f3, load(a, c + 17 * W), mul(f4, load(a, c + 22 * W))))));
        double m3 = fma(
                f0,
                load(a, c + 3 * W),
                fma(
                        f1,
                        load(a, c + 8 * W),
                        fma(f2, load(a, c + 13 * W), fma(f3, load(a, c + 18 * W), mul(f4, load(a, c + 23 * W))))));
        double m4 = fma(
                f0,
                load(a, c + 4 * W),
                fma(
                        f1,
                        load(a, c + 9 * W),
                        fma(f2, load(a, c + 14 * W), fma(f3, load(a, c + 19 * W), mul(f4, load(a, c + 24 * W))))));
        store(
                fma(
                        f0,
                        load(a, o),
                        fma(
                                f1,
                                load(a, o + W),
                                fma(f2, load(a, o + 2 * W), fma(f3, load(a, o + 3 * W), mul(f4, load(a, o + 4 * W)))))),
                p,
                at + SIZE + SMOOTHED_X + row * W);
        int to = at + SIZE + SMOOTHED_C + row * (row + 1) / 2 * W;
        for (int column = 0; column <= row && column < 4; column++) {
            int g = at + OUTWARDS + 5 * column * W;
            double inner = fma(load(p, g + 3 * W), m3, mul(mul(slope, load(p, g + 4 * W)), m4));
            inner = fma(load(p, g + W), m1, fma(load(p, g + 2 * W), m2, inner));
            store(fma(load(p, g), m0, inner), p, to + column * W);
        }
        if (row == 4) {
            store(mul(slope, m4), p, to + 4 * W);
        }
    }
}
