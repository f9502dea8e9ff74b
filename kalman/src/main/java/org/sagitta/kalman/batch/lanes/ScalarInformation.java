package org.sagitta.kalman.batch.lanes;

import static org.sagitta.kalman.batch.lanes.PlaneSlots.*;
import static org.sagitta.kalman.batch.lanes.ScalarLane.*;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The text of {@link InformationKernel}; the build derives {@code simd.VectorInformation} from it. */
final class ScalarInformation implements InformationKernel {
    private static final int W = Lanes.WIDTH;

    /** For each parameter the four others, and the places of their pairs in the matrix. */
    private static final int[][] OTHER = {{1, 2, 3, 4}, {0, 2, 3, 4}, {0, 1, 3, 4}, {0, 1, 2, 4}, {0, 1, 2, 3}};

    private static final int[][] PAIRS =
            Arrays.stream(OTHER).map(ScalarInformation::pairs).toArray(int[][]::new);

    private static int[] pairs(int[] parameters) {
        return IntStream.range(0, parameters.length)
                .flatMap(i -> IntStream.rangeClosed(0, i).map(j -> Lanes.entry(parameters[i], parameters[j])))
                .toArray();
    }

    @Override
    public void addHit(double[] planes, int plane, double[] information) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            addHitLane(planes, plane * PlaneSlots.SIZE + lane, information, Lanes.START + lane);
        }
    }

    /** The first coordinate is u / (1 - v / convergence), the second v. */
    private static void addHitLane(double[] p, int at, double[] a, int o) {
        double u = load(p, at + REFERENCE_U);
        double v = load(p, at + REFERENCE_V);
        double fan = load(p, at + FAN);
        double hU = div(of(1), sub(of(1), mul(v, fan)));
        double hV = mul(mul(u, fan), mul(hU, hU));
        double first = sub(load(p, at + FIRST_COORDINATE), mul(u, hU));
        double second = sub(load(p, at + SECOND_COORDINATE), v);
        double weight = load(p, at + FIRST_WEIGHT);
        double secondWeight = load(p, at + SECOND_WEIGHT);
        double weightU = mul(weight, hU);
        double weightV = mul(weight, hV);
        double pull = mul(secondWeight, second);
        double chi2 = fma(mul(weight, first), first, fma(pull, second, load(a, o + CHI2)));
        store(fma(weightU, first, load(a, o)), a, o);
        store(fma(weightV, first, add(pull, load(a, o + W))), a, o + W);
        store(fma(weightU, hU, load(a, o + MATRIX)), a, o + MATRIX);
        store(fma(weightU, hV, load(a, o + MATRIX + W)), a, o + MATRIX + W);
        store(fma(weightV, hV, add(secondWeight, load(a, o + MATRIX + 2 * W))), a, o + MATRIX + 2 * W);
        store(chi2, a, o + CHI2);
    }

    @Override
    public void carryInwards(double[] planes, int plane, double[] information) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            int at = plane * PlaneSlots.SIZE + lane;
            carryVector(planes, at, information, Lanes.START + lane);
            carryMatrix(planes, at, information, Lanes.START + MATRIX + lane);
        }
    }

    /** F^T w. */
    private static void carryVector(double[] p, int at, double[] a, int o) {
        double w0 = load(a, o);
        double w1 = load(a, o + W);
        double w2 = load(a, o + 2 * W);
        double w3 = load(a, o + 3 * W);
        double w4 = mul(load(p, at + SLOPE), load(a, o + 4 * W));
        for (int j = 0; j < 5; j++) {
            int f = at + TRANSPORT + j * W;
            double sum = dot4(load(p, f), w0, load(p, f + 5 * W), w1, load(p, f + 10 * W), w2, load(p, f + 15 * W), w3);
            store(sum, a, o + j * W);
        }
        store(add(w4, load(a, o + 4 * W)), a, o + 4 * W);
    }

    /** F^T W F for the four columns of F and its column of q/p, which the slope ends. */
    private static void carryMatrix(double[] p, int at, double[] a, int m) {
        int f = at + TRANSPORT;
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
        for (int j = 0; j < 4; j++) {
            int c = f + j * W;
            double f0 = load(p, c);
            double f1 = load(p, c + 5 * W);
            double f2 = load(p, c + 10 * W);
            double f3 = load(p, c + 15 * W);
            double m0 = dot4(w00, f0, w10, f1, w20, f2, w30, f3);
            double m1 = dot4(w10, f0, w11, f1, w21, f2, w31, f3);
            double m2 = dot4(w20, f0, w21, f1, w22, f2, w32, f3);
            double m3 = dot4(w30, f0, w31, f1, w32, f2, w33, f3);
            double m4 = dot4(w40, f0, w41, f1, w42, f2, w43, f3);
            for (int i = j; i < 4; i++) {
                int r = f + i * W;
                double sum =
                        dot4(load(p, r), m0, load(p, r + 5 * W), m1, load(p, r + 10 * W), m2, load(p, r + 15 * W), m3);
                store(sum, a, m + Lanes.entry(i, j));
            }
            int r = f + 4 * W;
            double sum = dot4(load(p, r), m0, load(p, r + 5 * W), m1, load(p, r + 10 * W), m2, load(p, r + 15 * W), m3);
            store(fma(slope, m4, sum), a, m + (10 + j) * W);
        }
        double f0 = load(p, f + 4 * W);
        double f1 = load(p, f + 9 * W);
        double f2 = load(p, f + 14 * W);
        double f3 = load(p, f + 19 * W);
        double m0 = fma(w40, slope, dot4(w00, f0, w10, f1, w20, f2, w30, f3));
        double m1 = fma(w41, slope, dot4(w10, f0, w11, f1, w21, f2, w31, f3));
        double m2 = fma(w42, slope, dot4(w20, f0, w21, f1, w22, f2, w32, f3));
        double m3 = fma(w43, slope, dot4(w30, f0, w31, f1, w32, f2, w33, f3));
        double m4 = fma(w44, slope, dot4(w40, f0, w41, f1, w42, f2, w43, f3));
        store(fma(slope, m4, dot4(f0, m0, f1, m1, f2, m2, f3, m3)), a, m + 14 * W);
    }

    @Override
    public void passKicks(double[] planes, int plane, double[] information) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            passKicksLane(planes, plane * PlaneSlots.SIZE + lane, information, Lanes.START + lane);
        }
    }

    /** All of w and W in local variables, because they change three times. */
    private static void passKicksLane(double[] p, int at, double[] a, int o) {
        int m = o + MATRIX;
        double w0 = load(a, o);
        double w1 = load(a, o + W);
        double w2 = load(a, o + 2 * W);
        double w3 = load(a, o + 3 * W);
        double w4 = load(a, o + 4 * W);
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
        double chi2 = load(a, o + CHI2);

        // q/p
        int kick = at + KICK + 2 * KICK_SIZE;
        double variance = load(p, at + NOISE_Q);
        double r = div(of(1), fma(variance, w44, of(1)));
        double g = mul(r, variance);
        double mean = mul(g, w4);
        double d0 = neg(mul(g, w40));
        double d1 = neg(mul(g, w41));
        double d2 = neg(mul(g, w42));
        double d3 = neg(mul(g, w43));
        store(d0, p, kick);
        store(d1, p, kick + W);
        store(d2, p, kick + 2 * W);
        store(d3, p, kick + 3 * W);
        store(r, p, kick + 4 * W);
        store(g, p, kick + KICK_VARIANCE);
        store(mean, p, kick + KICK_MEAN);
        chi2 = fma(neg(mean), w4, chi2);
        w0 = fma(d0, w4, w0);
        w00 = fma(w40, d0, w00);
        w1 = fma(d1, w4, w1);
        w10 = fma(w41, d0, w10);
        w11 = fma(w41, d1, w11);
        w2 = fma(d2, w4, w2);
        w20 = fma(w42, d0, w20);
        w21 = fma(w42, d1, w21);
        w22 = fma(w42, d2, w22);
        w3 = fma(d3, w4, w3);
        w30 = fma(w43, d0, w30);
        w31 = fma(w43, d1, w31);
        w32 = fma(w43, d2, w32);
        w33 = fma(w43, d3, w33);
        w4 = mul(r, w4);
        w40 = mul(r, w40);
        w41 = mul(r, w41);
        w42 = mul(r, w42);
        w43 = mul(r, w43);
        w44 = mul(r, w44);

        // theta
        kick = at + KICK + KICK_SIZE;
        variance = load(p, at + NOISE_THETA);
        r = div(of(1), fma(variance, w33, of(1)));
        g = mul(r, variance);
        mean = mul(g, w3);
        d0 = neg(mul(g, w30));
        d1 = neg(mul(g, w31));
        d2 = neg(mul(g, w32));
        double d4 = neg(mul(g, w43));
        store(d0, p, kick);
        store(d1, p, kick + W);
        store(d2, p, kick + 2 * W);
        store(d4, p, kick + 4 * W);
        store(r, p, kick + 3 * W);
        store(g, p, kick + KICK_VARIANCE);
        store(mean, p, kick + KICK_MEAN);
        chi2 = fma(neg(mean), w3, chi2);
        w0 = fma(d0, w3, w0);
        w00 = fma(w30, d0, w00);
        w1 = fma(d1, w3, w1);
        w10 = fma(w31, d0, w10);
        w11 = fma(w31, d1, w11);
        w2 = fma(d2, w3, w2);
        w20 = fma(w32, d0, w20);
        w21 = fma(w32, d1, w21);
        w22 = fma(w32, d2, w22);
        w4 = fma(d4, w3, w4);
        w40 = fma(w43, d0, w40);
        w41 = fma(w43, d1, w41);
        w42 = fma(w43, d2, w42);
        w44 = fma(w43, d4, w44);
        w3 = mul(r, w3);
        w30 = mul(r, w30);
        w31 = mul(r, w31);
        w32 = mul(r, w32);
        w33 = mul(r, w33);
        w43 = mul(r, w43);

        // phi
        kick = at + KICK;
        variance = load(p, at + NOISE_PHI);
        r = div(of(1), fma(variance, w22, of(1)));
        g = mul(r, variance);
        mean = mul(g, w2);
        d0 = neg(mul(g, w20));
        d1 = neg(mul(g, w21));
        d3 = neg(mul(g, w32));
        d4 = neg(mul(g, w42));
        store(d0, p, kick);
        store(d1, p, kick + W);
        store(d3, p, kick + 3 * W);
        store(d4, p, kick + 4 * W);
        store(r, p, kick + 2 * W);
        store(g, p, kick + KICK_VARIANCE);
        store(mean, p, kick + KICK_MEAN);
        chi2 = fma(neg(mean), w2, chi2);
        w0 = fma(d0, w2, w0);
        w00 = fma(w20, d0, w00);
        w1 = fma(d1, w2, w1);
        w10 = fma(w21, d0, w10);
        w11 = fma(w21, d1, w11);
        w3 = fma(d3, w2, w3);
        w30 = fma(w32, d0, w30);
        w31 = fma(w32, d1, w31);
        w33 = fma(w32, d3, w33);
        w4 = fma(d4, w2, w4);
        w40 = fma(w42, d0, w40);
        w41 = fma(w42, d1, w41);
        w43 = fma(w42, d3, w43);
        w44 = fma(w42, d4, w44);
        w2 = mul(r, w2);
        w20 = mul(r, w20);
        w21 = mul(r, w21);
        w22 = mul(r, w22);
        w32 = mul(r, w32);
        w42 = mul(r, w42);

        store(w0, a, o);
        store(w1, a, o + W);
        store(w2, a, o + 2 * W);
        store(w3, a, o + 3 * W);
        store(w4, a, o + 4 * W);
        store(w00, a, m);
        store(w10, a, m + W);
        store(w11, a, m + 2 * W);
        store(w20, a, m + 3 * W);
        store(w21, a, m + 4 * W);
        store(w22, a, m + 5 * W);
        store(w30, a, m + 6 * W);
        store(w31, a, m + 7 * W);
        store(w32, a, m + 8 * W);
        store(w33, a, m + 9 * W);
        store(w40, a, m + 10 * W);
        store(w41, a, m + 11 * W);
        store(w42, a, m + 12 * W);
        store(w43, a, m + 13 * W);
        store(w44, a, m + 14 * W);
        store(chi2, a, o + CHI2);
    }

    @Override
    public void solve(double[] information, double[] estimate) {
        for (int lane = 0; lane < W; lane += LENGTH) {
            for (int k = 0; k < 5; k++) {
                sweep(information, k, Lanes.START + MATRIX + lane);
            }
            multiply(information, estimate, Lanes.START + lane);
        }
    }

    /** A step of Gauss and Jordan with pivot k; after all five the matrix is minus its inverse. */
    private static void sweep(double[] a, int k, int m) {
        double perPivot = div(of(1), load(a, m + Lanes.entry(k, k)));
        int pair = 0;
        for (int i = 0; i < 4; i++) {
            double scaled = neg(mul(perPivot, load(a, m + Lanes.entry(OTHER[k][i], k))));
            for (int j = 0; j <= i; j++) {
                int ij = m + PAIRS[k][pair++];
                store(fma(scaled, load(a, m + Lanes.entry(OTHER[k][j], k)), load(a, ij)), a, ij);
            }
        }
        for (int i = 0; i < 4; i++) {
            int ik = m + Lanes.entry(OTHER[k][i], k);
            store(mul(perPivot, load(a, ik)), a, ik);
        }
        store(neg(perPivot), a, m + Lanes.entry(k, k));
    }

    private static void multiply(double[] a, double[] estimate, int o) {
        double chi2 = load(a, o + CHI2);
        for (int i = 0; i < 5; i++) {
            double x = of(0);
            for (int j = 0; j < 5; j++) {
                x = fma(neg(load(a, o + MATRIX + Lanes.entry(i, j))), load(a, o + j * W), x);
            }
            store(x, estimate, o + i * W);
            chi2 = fma(neg(x), load(a, o + i * W), chi2);
        }
        store(chi2, a, o + CHI2);
        for (int n = 0; n < 15; n++) {
            store(neg(load(a, o + MATRIX + n * W)), estimate, o + EstimateKernel.COVARIANCE + n * W);
        }
    }
}
