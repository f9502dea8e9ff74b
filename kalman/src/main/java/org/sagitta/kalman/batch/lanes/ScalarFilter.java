package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.PlaneSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

/** The text of {@link FilterKernel}; the build derives {@code simd.VectorFilter} from it. */
final class ScalarFilter implements FilterKernel {
    private static final int W = Lanes.WIDTH;

    @Override
    public void predict(double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            predictDeviation(planes, at);
            predictCovariance(planes, at);
        }
    }

    /** G x, and chi2. The last row of G is (0, 0, 0, 0, INWARDS_Q). */
    private static void predictDeviation(double[] p, int at) {
        int from = at + SIZE + X;
        int g = at + INWARDS;
        int to = at + X;
        double x0 = load(p, from);
        double x1 = load(p, from + W);
        double x2 = load(p, from + 2 * W);
        double x3 = load(p, from + 3 * W);
        double x4 = load(p, from + 4 * W);
        store(
                fma(
                        load(p, g),
                        x0,
                        fma(
                                load(p, g + W),
                                x1,
                                fma(load(p, g + 2 * W), x2, fma(load(p, g + 3 * W), x3, mul(load(p, g + 4 * W), x4))))),
                p,
                to);
        store(
                fma(
                        load(p, g + 5 * W),
                        x0,
                        fma(
                                load(p, g + 6 * W),
                                x1,
                                fma(load(p, g + 7 * W), x2, fma(load(p, g + 8 * W), x3, mul(load(p, g + 9 * W), x4))))),
                p,
                to + W);
        store(
                fma(
                        load(p, g + 10 * W),
                        x0,
                        fma(
                                load(p, g + 11 * W),
                                x1,
                                fma(
                                        load(p, g + 12 * W),
                                        x2,
                                        fma(load(p, g + 13 * W), x3, mul(load(p, g + 14 * W), x4))))),
                p,
                to + 2 * W);
        store(
                fma(
                        load(p, g + 15 * W),
                        x0,
                        fma(
                                load(p, g + 16 * W),
                                x1,
                                fma(
                                        load(p, g + 17 * W),
                                        x2,
                                        fma(load(p, g + 18 * W), x3, mul(load(p, g + 19 * W), x4))))),
                p,
                to + 3 * W);
        store(mul(load(p, at + INWARDS_Q), x4), p, to + 4 * W);
        store(load(p, at + SIZE + CHI2), p, at + CHI2);
    }

    /** G C G^T + Q, row by row: with all of C at hand, a row of G C, then its products with the rows of G up to there. */
    private static void predictCovariance(double[] p, int at) {
        int g = at + INWARDS;
        int c = at + SIZE + C;
        int to = at + C;
        double slope = load(p, at + INWARDS_Q);
        double c00 = load(p, c);
        double c10 = load(p, c + W);
        double c11 = load(p, c + 2 * W);
        double c20 = load(p, c + 3 * W);
        double c21 = load(p, c + 4 * W);
        double c22 = load(p, c + 5 * W);
        double c30 = load(p, c + 6 * W);
        double c31 = load(p, c + 7 * W);
        double c32 = load(p, c + 8 * W);
        double c33 = load(p, c + 9 * W);
        double c40 = load(p, c + 10 * W);
        double c41 = load(p, c + 11 * W);
        double c42 = load(p, c + 12 * W);
        double c43 = load(p, c + 13 * W);
        double c44 = load(p, c + 14 * W);
        double g0 = load(p, g);
        double g1 = load(p, g + W);
        double g2 = load(p, g + 2 * W);
        double g3 = load(p, g + 3 * W);
        double g4 = load(p, g + 4 * W);
        double m0 = fma(g0, c00, fma(g1, c10, fma(g2, c20, fma(g3, c30, mul(g4, c40)))));
        double m1 = fma(g0, c10, fma(g1, c11, fma(g2, c21, fma(g3, c31, mul(g4, c41)))));
        double m2 = fma(g0, c20, fma(g1, c21, fma(g2, c22, fma(g3, c32, mul(g4, c42)))));
        double m3 = fma(g0, c30, fma(g1, c31, fma(g2, c32, fma(g3, c33, mul(g4, c43)))));
        double m4 = fma(g0, c40, fma(g1, c41, fma(g2, c42, fma(g3, c43, mul(g4, c44)))));
        store(
                fma(
                        m0,
                        load(p, g),
                        fma(
                                m1,
                                load(p, g + W),
                                fma(m2, load(p, g + 2 * W), fma(m3, load(p, g + 3 * W), mul(m4, load(p, g + 4 * W)))))),
                p,
                to);
        store(mul(slope, m4), p, to + 10 * W);
        g0 = load(p, g + 5 * W);
        g1 = load(p, g + 6 * W);
        g2 = load(p, g + 7 * W);
        g3 = load(p, g + 8 * W);
        g4 = load(p, g + 9 * W);
        m0 = fma(g0, c00, fma(g1, c10, fma(g2, c20, fma(g3, c30, mul(g4, c40)))));
        m1 = fma(g0, c10, fma(g1, c11, fma(g2, c21, fma(g3, c31, mul(g4, c41)))));
        m2 = fma(g0, c20, fma(g1, c21, fma(g2, c22, fma(g3, c32, mul(g4, c42)))));
        m3 = fma(g0, c30, fma(g1, c31, fma(g2, c32, fma(g3, c33, mul(g4, c43)))));
        m4 = fma(g0, c40, fma(g1, c41, fma(g2, c42, fma(g3, c43, mul(g4, c44)))));
        store(
                fma(
                        m0,
                        load(p, g),
                        fma(
                                m1,
                                load(p, g + W),
                                fma(m2, load(p, g + 2 * W), fma(m3, load(p, g + 3 * W), mul(m4, load(p, g + 4 * W)))))),
                p,
                to + W);
        store(
                fma(
                        m0,
                        load(p, g + 5 * W),
                        fma(
                                m1,
                                load(p, g + 6 * W),
                                fma(m2, load(p, g + 7 * W), fma(m3, load(p, g + 8 * W), mul(m4, load(p, g + 9 * W)))))),
                p,
                to + 2 * W);
        store(mul(slope, m4), p, to + 11 * W);
        g0 = load(p, g + 10 * W);
        g1 = load(p, g + 11 * W);
        g2 = load(p, g + 12 * W);
        g3 = load(p, g + 13 * W);
        g4 = load(p, g + 14 * W);
        m0 = fma(g0, c00, fma(g1, c10, fma(g2, c20, fma(g3, c30, mul(g4, c40)))));
        m1 = fma(g0, c10, fma(g1, c11, fma(g2, c21, fma(g3, c31, mul(g4, c41)))));
        m2 = fma(g0, c20, fma(g1, c21, fma(g2, c22, fma(g3, c32, mul(g4, c42)))));
        m3 = fma(g0, c30, fma(g1, c31, fma(g2, c32, fma(g3, c33, mul(g4, c43)))));
        m4 = fma(g0, c40, fma(g1, c41, fma(g2, c42, fma(g3, c43, mul(g4, c44)))));
        store(
                fma(
                        m0,
                        load(p, g),
                        fma(
                                m1,
                                load(p, g + W),
                                fma(m2, load(p, g + 2 * W), fma(m3, load(p, g + 3 * W), mul(m4, load(p, g + 4 * W)))))),
                p,
                to + 3 * W);
        store(
                fma(
                        m0,
                        load(p, g + 5 * W),
                        fma(
                                m1,
                                load(p, g + 6 * W),
                                fma(m2, load(p, g + 7 * W), fma(m3, load(p, g + 8 * W), mul(m4, load(p, g + 9 * W)))))),
                p,
                to + 4 * W);
        store(
                add(
                        fma(
                                m0,
                                load(p, g + 10 * W),
                                fma(
                                        m1,
                                        load(p, g + 11 * W),
                                        fma(
                                                m2,
                                                load(p, g + 12 * W),
                                                fma(m3, load(p, g + 13 * W), mul(m4, load(p, g + 14 * W)))))),
                        load(p, at + NOISE_PHI)),
                p,
                to + 5 * W);
        store(mul(slope, m4), p, to + 12 * W);
        g0 = load(p, g + 15 * W);
        g1 = load(p, g + 16 * W);
        g2 = load(p, g + 17 * W);
        g3 = load(p, g + 18 * W);
        g4 = load(p, g + 19 * W);
        m0 = fma(g0, c00, fma(g1, c10, fma(g2, c20, fma(g3, c30, mul(g4, c40)))));
        m1 = fma(g0, c10, fma(g1, c11, fma(g2, c21, fma(g3, c31, mul(g4, c41)))));
        m2 = fma(g0, c20, fma(g1, c21, fma(g2, c22, fma(g3, c32, mul(g4, c42)))));
        m3 = fma(g0, c30, fma(g1, c31, fma(g2, c32, fma(g3, c33, mul(g4, c43)))));
        m4 = fma(g0, c40, fma(g1, c41, fma(g2, c42, fma(g3, c43, mul(g4, c44)))));
        store(
                fma(
                        m0,
                        load(p, g),
                        fma(
                                m1,
                                load(p, g + W),
                                fma(m2, load(p, g + 2 * W), fma(m3, load(p, g + 3 * W), mul(m4, load(p, g + 4 * W)))))),
                p,
                to + 6 * W);
        store(
                fma(
                        m0,
                        load(p, g + 5 * W),
                        fma(
                                m1,
                                load(p, g + 6 * W),
                                fma(m2, load(p, g + 7 * W), fma(m3, load(p, g + 8 * W), mul(m4, load(p, g + 9 * W)))))),
                p,
                to + 7 * W);
        store(
                fma(
                        m0,
                        load(p, g + 10 * W),
                        fma(
                                m1,
                                load(p, g + 11 * W),
                                fma(
                                        m2,
                                        load(p, g + 12 * W),
                                        fma(m3, load(p, g + 13 * W), mul(m4, load(p, g + 14 * W)))))),
                p,
                to + 8 * W);
        store(
                add(
                        fma(
                                m0,
                                load(p, g + 15 * W),
                                fma(
                                        m1,
                                        load(p, g + 16 * W),
                                        fma(
                                                m2,
                                                load(p, g + 17 * W),
                                                fma(m3, load(p, g + 18 * W), mul(m4, load(p, g + 19 * W)))))),
                        load(p, at + NOISE_THETA)),
                p,
                to + 9 * W);
        store(mul(slope, m4), p, to + 13 * W);
        store(fma(mul(slope, slope), c44, load(p, at + NOISE_Q)), p, to + 14 * W);
    }

    @Override
    public void measureFirst(double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            firstGain(planes, at);
            updateWithFirst(planes, at);
        }
    }

    /** Slopes, innovation and gain of the coordinate u / (1 - v/convergence), and the deviation. */
    private static void firstGain(double[] p, int at) {
        double u = load(p, at + REFERENCE_U);
        double v = load(p, at + REFERENCE_V);
        double fan = load(p, at + FAN);
        double hU = div(of(1), sub(of(1), mul(v, fan)));
        double hV = mul(mul(u, fan), mul(hU, hU));
        double hc0 = fma(hU, load(p, at + C), mul(hV, load(p, at + C + W)));
        double hc1 = fma(hU, load(p, at + C + W), mul(hV, load(p, at + C + 2 * W)));
        double s = add(fma(hU, hc0, mul(hV, hc1)), load(p, at + FIRST_VARIANCE));
        double x0 = load(p, at + X);
        double x1 = load(p, at + X + W);
        double residual = sub(load(p, at + FIRST), mul(u, hU));
        double innovation = sub(residual, fma(hU, x0, mul(hV, x1)));
        double weight = div(of(1), s);
        store(hU, p, at + FIRST_SLOPE_U);
        store(hV, p, at + FIRST_SLOPE_V);
        store(residual, p, at + FIRST_RESIDUAL);
        store(fma(mul(innovation, innovation), weight, load(p, at + CHI2)), p, at + CHI2);
        double k0 = mul(hc0, weight);
        double k1 = mul(hc1, weight);
        double k2 = mul(fma(hU, load(p, at + C + 3 * W), mul(hV, load(p, at + C + 4 * W))), weight);
        double k3 = mul(fma(hU, load(p, at + C + 6 * W), mul(hV, load(p, at + C + 7 * W))), weight);
        double k4 = mul(fma(hU, load(p, at + C + 10 * W), mul(hV, load(p, at + C + 11 * W))), weight);
        store(k0, p, at + GAIN);
        store(k1, p, at + GAIN + W);
        store(k2, p, at + GAIN + 2 * W);
        store(k3, p, at + GAIN + 3 * W);
        store(k4, p, at + GAIN + 4 * W);
        store(fma(k0, innovation, x0), p, at + X);
        store(fma(k1, innovation, x1), p, at + X + W);
        store(fma(k2, innovation, load(p, at + X + 2 * W)), p, at + X + 2 * W);
        store(fma(k3, innovation, load(p, at + X + 3 * W)), p, at + X + 3 * W);
        store(fma(k4, innovation, load(p, at + X + 4 * W)), p, at + X + 4 * W);
    }

    /** Joseph's form (I - K H) C (I - K H)^T + K R K^T with the slopes of the first coordinate, row by row. */
    private static void updateWithFirst(double[] p, int at) {
        double hU = load(p, at + FIRST_SLOPE_U);
        double hV = load(p, at + FIRST_SLOPE_V);
        double k0 = load(p, at + GAIN);
        double k1 = load(p, at + GAIN + W);
        double k2 = load(p, at + GAIN + 2 * W);
        double k3 = load(p, at + GAIN + 3 * W);
        double k4 = load(p, at + GAIN + 4 * W);
        double r = load(p, at + FIRST_VARIANCE);
        double c00 = load(p, at + C);
        double c10 = load(p, at + C + W);
        double c11 = load(p, at + C + 2 * W);
        double c20 = load(p, at + C + 3 * W);
        double c21 = load(p, at + C + 4 * W);
        double c22 = load(p, at + C + 5 * W);
        double c30 = load(p, at + C + 6 * W);
        double c31 = load(p, at + C + 7 * W);
        double c32 = load(p, at + C + 8 * W);
        double c33 = load(p, at + C + 9 * W);
        double c40 = load(p, at + C + 10 * W);
        double c41 = load(p, at + C + 11 * W);
        double c42 = load(p, at + C + 12 * W);
        double c43 = load(p, at + C + 13 * W);
        double c44 = load(p, at + C + 14 * W);
        double hc0 = fma(hU, c00, mul(hV, c10));
        double hc1 = fma(hU, c10, mul(hV, c11));
        double hc2 = fma(hU, c20, mul(hV, c21));
        double hc3 = fma(hU, c30, mul(hV, c31));
        double hc4 = fma(hU, c40, mul(hV, c41));
        double ah0 = fma(hU, fma(neg(k0), hc0, c00), mul(hV, fma(neg(k0), hc1, c10)));
        double rk0 = sub(mul(r, k0), ah0);
        store(fma(rk0, k0, fma(neg(k0), hc0, c00)), p, at + C);
        double ah1 = fma(hU, fma(neg(k1), hc0, c10), mul(hV, fma(neg(k1), hc1, c11)));
        double rk1 = sub(mul(r, k1), ah1);
        store(fma(rk1, k0, fma(neg(k1), hc0, c10)), p, at + C + W);
        store(fma(rk1, k1, fma(neg(k1), hc1, c11)), p, at + C + 2 * W);
        double ah2 = fma(hU, fma(neg(k2), hc0, c20), mul(hV, fma(neg(k2), hc1, c21)));
        double rk2 = sub(mul(r, k2), ah2);
        store(fma(rk2, k0, fma(neg(k2), hc0, c20)), p, at + C + 3 * W);
        store(fma(rk2, k1, fma(neg(k2), hc1, c21)), p, at + C + 4 * W);
        store(fma(rk2, k2, fma(neg(k2), hc2, c22)), p, at + C + 5 * W);
        double ah3 = fma(hU, fma(neg(k3), hc0, c30), mul(hV, fma(neg(k3), hc1, c31)));
        double rk3 = sub(mul(r, k3), ah3);
        store(fma(rk3, k0, fma(neg(k3), hc0, c30)), p, at + C + 6 * W);
        store(fma(rk3, k1, fma(neg(k3), hc1, c31)), p, at + C + 7 * W);
        store(fma(rk3, k2, fma(neg(k3), hc2, c32)), p, at + C + 8 * W);
        store(fma(rk3, k3, fma(neg(k3), hc3, c33)), p, at + C + 9 * W);
        double ah4 = fma(hU, fma(neg(k4), hc0, c40), mul(hV, fma(neg(k4), hc1, c41)));
        double rk4 = sub(mul(r, k4), ah4);
        store(fma(rk4, k0, fma(neg(k4), hc0, c40)), p, at + C + 10 * W);
        store(fma(rk4, k1, fma(neg(k4), hc1, c41)), p, at + C + 11 * W);
        store(fma(rk4, k2, fma(neg(k4), hc2, c42)), p, at + C + 12 * W);
        store(fma(rk4, k3, fma(neg(k4), hc3, c43)), p, at + C + 13 * W);
        store(fma(rk4, k4, fma(neg(k4), hc4, c44)), p, at + C + 14 * W);
    }

    @Override
    public void measureSecond(double[] planes, int plane) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * SIZE + lane;
            secondGain(planes, at);
            updateWithSecond(planes, at);
        }
    }

    /** The coordinate is v; where it was not measured the gain is zero and nothing changes. */
    private static void secondGain(double[] p, int at) {
        double c11 = load(p, at + C + 2 * W);
        double weight = mul(load(p, at + HAS_SECOND), div(of(1), add(c11, load(p, at + SECOND_VARIANCE))));
        double x1 = load(p, at + X + W);
        double residual = sub(load(p, at + SECOND), load(p, at + REFERENCE_V));
        double innovation = sub(residual, x1);
        double k0 = mul(load(p, at + C + W), weight);
        double k1 = mul(c11, weight);
        double k2 = mul(load(p, at + C + 4 * W), weight);
        double k3 = mul(load(p, at + C + 7 * W), weight);
        double k4 = mul(load(p, at + C + 11 * W), weight);
        store(residual, p, at + SECOND_RESIDUAL);
        store(fma(mul(innovation, innovation), weight, load(p, at + CHI2)), p, at + CHI2);
        store(k0, p, at + GAIN);
        store(k1, p, at + GAIN + W);
        store(k2, p, at + GAIN + 2 * W);
        store(k3, p, at + GAIN + 3 * W);
        store(k4, p, at + GAIN + 4 * W);
        store(fma(k0, innovation, load(p, at + X)), p, at + X);
        store(fma(k1, innovation, x1), p, at + X + W);
        store(fma(k2, innovation, load(p, at + X + 2 * W)), p, at + X + 2 * W);
        store(fma(k3, innovation, load(p, at + X + 3 * W)), p, at + X + 3 * W);
        store(fma(k4, innovation, load(p, at + X + 4 * W)), p, at + X + 4 * W);
    }

    /** Joseph's form with H = (0, 1, 0, 0, 0). */
    private static void updateWithSecond(double[] p, int at) {
        double k0 = load(p, at + GAIN);
        double k1 = load(p, at + GAIN + W);
        double k2 = load(p, at + GAIN + 2 * W);
        double k3 = load(p, at + GAIN + 3 * W);
        double k4 = load(p, at + GAIN + 4 * W);
        double r = load(p, at + SECOND_VARIANCE);
        double hc0 = load(p, at + C + W);
        double hc1 = load(p, at + C + 2 * W);
        double hc2 = load(p, at + C + 4 * W);
        double hc3 = load(p, at + C + 7 * W);
        double hc4 = load(p, at + C + 11 * W);
        double rk0 = sub(mul(r, k0), fma(neg(k0), hc1, hc0));
        store(fma(rk0, k0, fma(neg(k0), hc0, load(p, at + C))), p, at + C);
        double rk1 = sub(mul(r, k1), fma(neg(k1), hc1, hc1));
        store(fma(rk1, k0, fma(neg(k1), hc0, load(p, at + C + W))), p, at + C + W);
        store(fma(rk1, k1, fma(neg(k1), hc1, load(p, at + C + 2 * W))), p, at + C + 2 * W);
        double rk2 = sub(mul(r, k2), fma(neg(k2), hc1, hc2));
        store(fma(rk2, k0, fma(neg(k2), hc0, load(p, at + C + 3 * W))), p, at + C + 3 * W);
        store(fma(rk2, k1, fma(neg(k2), hc1, load(p, at + C + 4 * W))), p, at + C + 4 * W);
        store(fma(rk2, k2, fma(neg(k2), hc2, load(p, at + C + 5 * W))), p, at + C + 5 * W);
        double rk3 = sub(mul(r, k3), fma(neg(k3), hc1, hc3));
        store(fma(rk3, k0, fma(neg(k3), hc0, load(p, at + C + 6 * W))), p, at + C + 6 * W);
        store(fma(rk3, k1, fma(neg(k3), hc1, load(p, at + C + 7 * W))), p, at + C + 7 * W);
        store(fma(rk3, k2, fma(neg(k3), hc2, load(p, at + C + 8 * W))), p, at + C + 8 * W);
        store(fma(rk3, k3, fma(neg(k3), hc3, load(p, at + C + 9 * W))), p, at + C + 9 * W);
        double rk4 = sub(mul(r, k4), fma(neg(k4), hc1, hc4));
        store(fma(rk4, k0, fma(neg(k4), hc0, load(p, at + C + 10 * W))), p, at + C + 10 * W);
        store(fma(rk4, k1, fma(neg(k4), hc1, load(p, at + C + 11 * W))), p, at + C + 11 * W);
        store(fma(rk4, k2, fma(neg(k4), hc2, load(p, at + C + 12 * W))), p, at + C + 12 * W);
        store(fma(rk4, k3, fma(neg(k4), hc3, load(p, at + C + 13 * W))), p, at + C + 13 * W);
        store(fma(rk4, k4, fma(neg(k4), hc4, load(p, at + C + 14 * W))), p, at + C + 14 * W);
    }
}
