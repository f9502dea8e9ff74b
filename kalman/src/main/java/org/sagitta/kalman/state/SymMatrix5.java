package org.sagitta.kalman.state;

/**
 * An immutable symmetric 5 x 5 matrix, the covariance of a {@link LocalVector}. Only the lower triangle exists, so it is
 * symmetric by construction; the operations keep it positive because each is a sum of terms of the form A C A^T.
 */
public final class SymMatrix5 {
    private static final int N = Param.SIZE;
    private static final int PACKED = N * (N + 1) / 2;

    /** Lower triangle, row by row. */
    private final double[] c;

    private SymMatrix5(double[] packed) {
        this.c = packed;
    }

    /** From the lower triangle, row by row: (0,0), (1,0), (1,1), (2,0), ... */
    public static SymMatrix5 ofLowerTriangle(double... packed) {
        if (packed.length != PACKED) {
            throw new IllegalArgumentException(
                    "symmetric 5 x 5 matrix from " + packed.length + " entries, needed are " + PACKED);
        }
        return new SymMatrix5(packed.clone());
    }

    /** The fifteen entries of the lower triangle, by rows. */
    public double[] lowerTriangle() {
        return c.clone();
    }

    /** Uncorrelated parameters with the given variances. */
    public static SymMatrix5 diagonal(double u, double v, double phi, double theta, double qOverP) {
        double[] d = new double[PACKED];
        d[0] = u;
        d[2] = v;
        d[5] = phi;
        d[9] = theta;
        d[14] = qOverP;
        return new SymMatrix5(d);
    }

    private static int index(int i, int j) {
        return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
    }

    public double at(Param row, Param column) {
        return c[index(row.index(), column.index())];
    }

    /** Standard deviations of all parameters. */
    public LocalVector sigmas() {
        return new LocalVector(
                sigma(Param.LOC_U), sigma(Param.LOC_V), sigma(Param.PHI), sigma(Param.THETA), sigma(Param.Q_OVER_P));
    }

    /** Standard deviation of one parameter. */
    public double sigma(Param param) {
        return Math.sqrt(at(param, param));
    }

    /**
     * True if x^T C x is positive for every x but zero, as of a covariance: if Cholesky's decomposition C = L L^T (G. Golub, C.
     * Van Loan, Matrix Computations, algorithm 4.2.1) finds a positive number under every root. False with NaN.
     */
    public boolean isPositiveDefinite() {
        double[] l = new double[PACKED];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = c[index(i, j)];
                for (int k = 0; k < j; k++) {
                    rest -= l[index(i, k)] * l[index(j, k)];
                }
                if (j < i) {
                    l[index(i, j)] = rest / l[index(j, j)];
                } else if (rest > 0 && rest < Double.POSITIVE_INFINITY) {
                    l[index(i, i)] = Math.sqrt(rest);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    public SymMatrix5 plus(SymMatrix5 o) {
        double[] sum = new double[PACKED];
        for (int i = 0; i < PACKED; i++) {
            sum[i] = c[i] + o.c[i];
        }
        return new SymMatrix5(sum);
    }

    /** C x. */
    public LocalVector times(LocalVector x) {
        return new LocalVector(row(0, x), row(1, x), row(2, x), row(3, x), row(4, x));
    }

    private double row(int i, LocalVector x) {
        return c[index(i, 0)] * x.u()
                + c[index(i, 1)] * x.v()
                + c[index(i, 2)] * x.phi()
                + c[index(i, 3)] * x.theta()
                + c[index(i, 4)] * x.qOverP();
    }

    /** The covariance of A x: A C A^T. */
    public SymMatrix5 transformedBy(Matrix5 matrix) {
        double[] a = matrix.a;
        double[] result = new double[PACKED];
        int n = 0;
        for (int i = 0; i < N; i++) {
            // Row i of A C, then its products with the rows of A.
            int r = i * N;
            double a0 = a[r];
            double a1 = a[r + 1];
            double a2 = a[r + 2];
            double a3 = a[r + 3];
            double a4 = a[r + 4];
            double t0 = a0 * c[0] + a1 * c[1] + a2 * c[3] + a3 * c[6] + a4 * c[10];
            double t1 = a0 * c[1] + a1 * c[2] + a2 * c[4] + a3 * c[7] + a4 * c[11];
            double t2 = a0 * c[3] + a1 * c[4] + a2 * c[5] + a3 * c[8] + a4 * c[12];
            double t3 = a0 * c[6] + a1 * c[7] + a2 * c[8] + a3 * c[9] + a4 * c[13];
            double t4 = a0 * c[10] + a1 * c[11] + a2 * c[12] + a3 * c[13] + a4 * c[14];
            for (int j = 0; j <= i; j++) {
                int s = j * N;
                result[n++] = t0 * a[s] + t1 * a[s + 1] + t2 * a[s + 2] + t3 * a[s + 3] + t4 * a[s + 4];
            }
        }
        return new SymMatrix5(result);
    }

    /**
     * The covariance after a measurement of hU u + hV v, in Joseph's form (I - K H) C (I - K H)^T + K R K^T: positive for
     * any gain, and to first order insensitive to its rounding.
     *
     * @param gain K
     * @param variance R of the measurement
     */
    public SymMatrix5 measured(LocalVector gain, double hU, double hV, double variance) {
        double[] k = {gain.u(), gain.v(), gain.phi(), gain.theta(), gain.qOverP()};
        double[] hc = new double[N];
        for (int j = 0; j < N; j++) {
            hc[j] = hU * c[index(0, j)] + hV * c[index(1, j)];
        }
        double[] result = new double[PACKED];
        int n = 0;
        for (int i = 0; i < N; i++) {
            // Row i of (I - K H) C, its product with H^T, then the right factor.
            double reducedH = hU * (c[index(i, 0)] - k[i] * hc[0]) + hV * (c[index(i, 1)] - k[i] * hc[1]);
            for (int j = 0; j <= i; j++) {
                double reduced = c[n] - k[i] * hc[j];
                result[n++] = reduced - reducedH * k[j] + variance * k[i] * k[j];
            }
        }
        return new SymMatrix5(result);
    }

    /**
     * The inverse, by Cholesky decomposition of the correlation matrix, so that units do not matter.
     *
     * @throws ArithmeticException if the matrix is not positive
     */
    public SymMatrix5 inverse() {
        return inverse(c, 0);
    }

    /**
     * (I + C)^-1 of a matrix C without negative eigenvalues but for rounding. All pivots of I + C are at least one; where
     * C is so large that rounding loses the identity, they are put there, so that the inverse is positive in any case.
     */
    public SymMatrix5 inverseOfIdentityPlus() {
        double[] sum = c.clone();
        for (int i = 0; i < N; i++) {
            sum[index(i, i)] = 1 + Math.max(0, c[index(i, i)]);
        }
        return inverse(sum, 1);
    }

    private static SymMatrix5 inverse(double[] c, double leastPivot) {
        double[] scale = new double[N];
        for (int i = 0; i < N; i++) {
            scale[i] = 1 / Math.sqrt(c[index(i, i)]);
        }
        double[] lower = lowerFactorInverse(c, scale, leastPivot);
        double[] result = new double[PACKED];
        int n = 0;
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < N; k++) {
                    sum += lower[index(k, i)] * lower[index(k, j)];
                }
                result[n++] = sum * scale[i] * scale[j];
            }
        }
        return new SymMatrix5(result);
    }

    /** L^-1 of L L^T = S C S, S the diagonal matrix of the scales; the least pivot is one of C. */
    private static double[] lowerFactorInverse(double[] c, double[] scale, double leastPivot) {
        double[] l = new double[PACKED];
        double[] inv = new double[PACKED];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = c[index(i, j)] * scale[i] * scale[j];
                for (int k = 0; k < j; k++) {
                    sum -= l[index(i, k)] * l[index(j, k)];
                }
                if (i == j) {
                    sum = Math.max(sum, leastPivot * scale[i] * scale[i]);
                }
                if (i == j && !(sum > 0)) {
                    throw new ArithmeticException("covariance is not positive: pivot " + i + " = " + sum);
                }
                l[index(i, j)] = i == j ? Math.sqrt(sum) : sum / l[index(j, j)];
            }
            inv[index(i, i)] = 1 / l[index(i, i)];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= l[index(i, k)] * inv[index(k, j)];
                }
                inv[index(i, j)] = sum * inv[index(i, i)];
            }
        }
        return inv;
    }

    /** As an ordinary matrix. */
    public Matrix5 full() {
        double[] full = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                full[i * N + j] = c[index(i, j)];
            }
        }
        return new Matrix5(full);
    }
}
