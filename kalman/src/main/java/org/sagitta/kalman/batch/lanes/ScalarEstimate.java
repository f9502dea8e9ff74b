package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.PlaneSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

import org.sagitta.kalman.batch.TrajectoryBlock;

/** The text of {@link EstimateKernel}; the build derives {@code simd.VectorEstimate} from it. */
final class ScalarEstimate implements EstimateKernel {
    private static final int W = Lanes.WIDTH;

    @Override
    public void kick(double[] planes, int plane, double[] estimate) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            kickLane(planes, plane * PlaneSlots.SIZE + KICK + lane, estimate, Lanes.START + lane);
        }
    }

    /** With the slopes d, x_s becomes d x + mean, C_sj becomes (C d)_j and C_ss becomes d C d + variance. */
    private static void kickLane(double[] p, int kicks, double[] e, int o) {
        int c = o + COVARIANCE;
        double x0 = load(e, o);
        double x1 = load(e, o + W);
        double x2 = load(e, o + 2 * W);
        double x3 = load(e, o + 3 * W);
        double x4 = load(e, o + 4 * W);
        double c00 = load(e, c);
        double c10 = load(e, c + W);
        double c11 = load(e, c + 2 * W);
        double c20 = load(e, c + 3 * W);
        double c21 = load(e, c + 4 * W);
        double c22 = load(e, c + 5 * W);
        double c30 = load(e, c + 6 * W);
        double c31 = load(e, c + 7 * W);
        double c32 = load(e, c + 8 * W);
        double c33 = load(e, c + 9 * W);
        double c40 = load(e, c + 10 * W);
        double c41 = load(e, c + 11 * W);
        double c42 = load(e, c + 12 * W);
        double c43 = load(e, c + 13 * W);
        double c44 = load(e, c + 14 * W);

        // phi
        int kick = kicks;
        double d0 = load(p, kick);
        double d1 = load(p, kick + W);
        double d2 = load(p, kick + 2 * W);
        double d3 = load(p, kick + 3 * W);
        double d4 = load(p, kick + 4 * W);
        x2 = fma(d4, x4, add(load(p, kick + KICK_MEAN), dot4(d0, x0, d1, x1, d2, x2, d3, x3)));
        double v0 = fma(c40, d4, dot4(c00, d0, c10, d1, c20, d2, c30, d3));
        double v1 = fma(c41, d4, dot4(c10, d0, c11, d1, c21, d2, c31, d3));
        double v2 = fma(c42, d4, dot4(c20, d0, c21, d1, c22, d2, c32, d3));
        double v3 = fma(c43, d4, dot4(c30, d0, c31, d1, c32, d2, c33, d3));
        double v4 = fma(c44, d4, dot4(c40, d0, c41, d1, c42, d2, c43, d3));
        double variance = fma(d4, v4, load(p, kick + KICK_VARIANCE));
        c22 = add(variance, dot4(d0, v0, d1, v1, d2, v2, d3, v3));
        c20 = v0;
        c21 = v1;
        c32 = v3;
        c42 = v4;

        // theta
        kick = kicks + KICK_SIZE;
        d0 = load(p, kick);
        d1 = load(p, kick + W);
        d2 = load(p, kick + 2 * W);
        d3 = load(p, kick + 3 * W);
        d4 = load(p, kick + 4 * W);
        x3 = fma(d4, x4, add(load(p, kick + KICK_MEAN), dot4(d0, x0, d1, x1, d2, x2, d3, x3)));
        v0 = fma(c40, d4, dot4(c00, d0, c10, d1, c20, d2, c30, d3));
        v1 = fma(c41, d4, dot4(c10, d0, c11, d1, c21, d2, c31, d3));
        v2 = fma(c42, d4, dot4(c20, d0, c21, d1, c22, d2, c32, d3));
        v3 = fma(c43, d4, dot4(c30, d0, c31, d1, c32, d2, c33, d3));
        v4 = fma(c44, d4, dot4(c40, d0, c41, d1, c42, d2, c43, d3));
        variance = fma(d4, v4, load(p, kick + KICK_VARIANCE));
        c33 = add(variance, dot4(d0, v0, d1, v1, d2, v2, d3, v3));
        c30 = v0;
        c31 = v1;
        c32 = v2;
        c43 = v4;

        // q/p
        kick = kicks + 2 * KICK_SIZE;
        d0 = load(p, kick);
        d1 = load(p, kick + W);
        d2 = load(p, kick + 2 * W);
        d3 = load(p, kick + 3 * W);
        d4 = load(p, kick + 4 * W);
        x4 = fma(d4, x4, add(load(p, kick + KICK_MEAN), dot4(d0, x0, d1, x1, d2, x2, d3, x3)));
        v0 = fma(c40, d4, dot4(c00, d0, c10, d1, c20, d2, c30, d3));
        v1 = fma(c41, d4, dot4(c10, d0, c11, d1, c21, d2, c31, d3));
        v2 = fma(c42, d4, dot4(c20, d0, c21, d1, c22, d2, c32, d3));
        v3 = fma(c43, d4, dot4(c30, d0, c31, d1, c32, d2, c33, d3));
        v4 = fma(c44, d4, dot4(c40, d0, c41, d1, c42, d2, c43, d3));
        variance = fma(d4, v4, load(p, kick + KICK_VARIANCE));
        c44 = add(variance, dot4(d0, v0, d1, v1, d2, v2, d3, v3));
        c40 = v0;
        c41 = v1;
        c42 = v2;
        c43 = v3;

        store(x2, e, o + 2 * W);
        store(x3, e, o + 3 * W);
        store(x4, e, o + 4 * W);
        store(c20, e, c + 3 * W);
        store(c21, e, c + 4 * W);
        store(c22, e, c + 5 * W);
        store(c30, e, c + 6 * W);
        store(c31, e, c + 7 * W);
        store(c32, e, c + 8 * W);
        store(c33, e, c + 9 * W);
        store(c40, e, c + 10 * W);
        store(c41, e, c + 11 * W);
        store(c42, e, c + 12 * W);
        store(c43, e, c + 13 * W);
        store(c44, e, c + 14 * W);
    }

    @Override
    public void carry(double[] planes, int plane, double[] estimate) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * PlaneSlots.SIZE + lane;
            carryDeviation(planes, at, estimate, Lanes.START + lane);
            multiplyFromLeft(planes, at, estimate, Lanes.START + COVARIANCE + lane);
            multiplyFromRight(planes, at, estimate, Lanes.START + COVARIANCE + lane);
        }
    }

    private static void carryDeviation(double[] p, int at, double[] e, int o) {
        double x0 = load(e, o);
        double x1 = load(e, o + W);
        double x2 = load(e, o + 2 * W);
        double x3 = load(e, o + 3 * W);
        double x4 = load(e, o + 4 * W);
        for (int i = 0; i < 4; i++) {
            int f = at + TRANSPORT + 5 * i * W;
            double sum = dot4(load(p, f), x0, load(p, f + W), x1, load(p, f + 2 * W), x2, load(p, f + 3 * W), x3);
            store(fma(load(p, f + 4 * W), x4, sum), e, o + i * W);
        }
        store(mul(load(p, at + SLOPE), x4), e, o + 4 * W);
    }

    /** The rows of F C but the last one, behind C, and the last row of F C F^T. */
    private static void multiplyFromLeft(double[] p, int at, double[] e, int c) {
        double c00 = load(e, c);
        double c10 = load(e, c + W);
        double c11 = load(e, c + 2 * W);
        double c20 = load(e, c + 3 * W);
        double c21 = load(e, c + 4 * W);
        double c22 = load(e, c + 5 * W);
        double c30 = load(e, c + 6 * W);
        double c31 = load(e, c + 7 * W);
        double c32 = load(e, c + 8 * W);
        double c33 = load(e, c + 9 * W);
        double c40 = load(e, c + 10 * W);
        double c41 = load(e, c + 11 * W);
        double c42 = load(e, c + 12 * W);
        double c43 = load(e, c + 13 * W);
        double c44 = load(e, c + 14 * W);
        double slope = load(p, at + SLOPE);
        for (int i = 0; i < 4; i++) {
            int f = at + TRANSPORT + 5 * i * W;
            int m = c + (15 + 5 * i) * W;
            double f0 = load(p, f);
            double f1 = load(p, f + W);
            double f2 = load(p, f + 2 * W);
            double f3 = load(p, f + 3 * W);
            double f4 = load(p, f + 4 * W);
            double m0 = fma(c40, f4, dot4(c00, f0, c10, f1, c20, f2, c30, f3));
            double m1 = fma(c41, f4, dot4(c10, f0, c11, f1, c21, f2, c31, f3));
            double m2 = fma(c42, f4, dot4(c20, f0, c21, f1, c22, f2, c32, f3));
            double m3 = fma(c43, f4, dot4(c30, f0, c31, f1, c32, f2, c33, f3));
            double m4 = fma(c44, f4, dot4(c40, f0, c41, f1, c42, f2, c43, f3));
            store(m0, e, m);
            store(m1, e, m + W);
            store(m2, e, m + 2 * W);
            store(m3, e, m + 3 * W);
            store(m4, e, m + 4 * W);
            store(mul(slope, m4), e, c + (10 + i) * W);
        }
        store(mul(mul(slope, slope), c44), e, c + 14 * W);
    }

    /** The products of the rows of F C with those of F. */
    private static void multiplyFromRight(double[] p, int at, double[] e, int c) {
        for (int i = 0; i < 4; i++) {
            int m = c + (15 + 5 * i) * W;
            double m0 = load(e, m);
            double m1 = load(e, m + W);
            double m2 = load(e, m + 2 * W);
            double m3 = load(e, m + 3 * W);
            double m4 = load(e, m + 4 * W);
            for (int j = i; j < 4; j++) {
                int f = at + TRANSPORT + 5 * j * W;
                double sum = dot4(load(p, f), m0, load(p, f + W), m1, load(p, f + 2 * W), m2, load(p, f + 3 * W), m3);
                store(fma(load(p, f + 4 * W), m4, sum), e, c + Lanes.entry(j, i));
            }
        }
    }

    @Override
    public void write(double[] planes, int plane, double[] estimate, double[] records, int at) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            writeLane(planes, plane * PlaneSlots.SIZE + lane, estimate, Lanes.START + lane, records, at + lane);
        }
    }

    private static void writeLane(double[] p, int at, double[] e, int o, double[] records, int to) {
        store(add(load(p, at + REFERENCE_U), load(e, o)), records, to);
        store(add(load(p, at + REFERENCE_V), load(e, o + W)), records, to + W);
        for (int n = 0; n < 3; n++) {
            store(load(p, at + REFERENCE_TX + n * W), records, to + (2 + n) * W);
        }
        store(load(e, o + 2 * W), records, to + 5 * W);
        store(load(e, o + 3 * W), records, to + 6 * W);
        store(add(load(p, at + REFERENCE_Q), load(e, o + 4 * W)), records, to + 7 * W);
        for (int n = 0; n < 15; n++) {
            store(load(e, o + COVARIANCE + n * W), records, to + (TrajectoryBlock.COVARIANCE + n) * W);
        }
    }
}
