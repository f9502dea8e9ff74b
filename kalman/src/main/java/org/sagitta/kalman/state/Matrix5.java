package org.sagitta.kalman.state;

/** An immutable 5 x 5 matrix between parameter vectors; rows and columns in the order of {@link Param}. */
public final class Matrix5 {
    private static final int N = Param.SIZE;

    /** Row by row; never changed and never handed out of this package. */
    final double[] a;

    Matrix5(double[] entries) {
        this.a = entries;
    }

    /** From its columns, in the order of {@link Param}: derivatives of all parameters with respect to one. */
    public static Matrix5 ofColumns(
            LocalVector byU, LocalVector byV, LocalVector byPhi, LocalVector byTheta, LocalVector byQOverP) {
        double[] e = new double[N * N];
        putColumn(e, Param.LOC_U, byU);
        putColumn(e, Param.LOC_V, byV);
        putColumn(e, Param.PHI, byPhi);
        putColumn(e, Param.THETA, byTheta);
        putColumn(e, Param.Q_OVER_P, byQOverP);
        return new Matrix5(e);
    }

    /** The matrix with a vector on its diagonal and zeros elsewhere. */
    public static Matrix5 diagonal(LocalVector d) {
        double[] e = new double[N * N];
        for (Param p : Param.values()) {
            e[p.index() * (N + 1)] = d.get(p);
        }
        return new Matrix5(e);
    }

    private static void putColumn(double[] e, Param column, LocalVector x) {
        int j = column.index();
        e[j] = x.u();
        e[N + j] = x.v();
        e[2 * N + j] = x.phi();
        e[3 * N + j] = x.theta();
        e[4 * N + j] = x.qOverP();
    }

    public static Matrix5 identity() {
        double[] e = new double[N * N];
        for (int i = 0; i < N; i++) {
            e[i * N + i] = 1;
        }
        return new Matrix5(e);
    }

    /** Derivative of the row parameter with respect to the column parameter. */
    public double at(Param row, Param column) {
        return a[row.index() * N + column.index()];
    }

    public LocalVector times(LocalVector x) {
        return new LocalVector(row(0, x), row(1, x), row(2, x), row(3, x), row(4, x));
    }

    private double row(int i, LocalVector x) {
        int r = i * N;
        return a[r] * x.u() + a[r + 1] * x.v() + a[r + 2] * x.phi() + a[r + 3] * x.theta() + a[r + 4] * x.qOverP();
    }

    public Matrix5 times(Matrix5 o) {
        double[] c = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                double sum = 0;
                for (int k = 0; k < N; k++) {
                    sum += a[i * N + k] * o.a[k * N + j];
                }
                c[i * N + j] = sum;
            }
        }
        return new Matrix5(c);
    }

    public Matrix5 minus(Matrix5 o) {
        double[] c = new double[N * N];
        for (int i = 0; i < c.length; i++) {
            c[i] = a[i] - o.a[i];
        }
        return new Matrix5(c);
    }

    /** This matrix with the column of q/p multiplied by a number. */
    public Matrix5 withQOverPColumnTimes(double factor) {
        double[] c = a.clone();
        for (int i = 0; i < N; i++) {
            c[i * N + Param.Q_OVER_P.index()] *= factor;
        }
        return new Matrix5(c);
    }

    public Matrix5 transpose() {
        double[] c = new double[N * N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                c[j * N + i] = a[i * N + j];
            }
        }
        return new Matrix5(c);
    }

    /**
     * The inverse of a transport matrix: one whose last row is (0, 0, 0, 0, s), because q/p at the end depends on q/p at
     * the start alone.
     *
     * <p>With the blocks P (positions by positions), Q (positions by angles), R, S and the columns b, d of q/p, block
     * elimination gives D = (S - R P^-1 Q)^-1, C = -D R P^-1, B = -P^-1 Q D, A = P^-1 - B R P^-1. P is the projection of
     * one plane onto the other along the track and always has an inverse.
     */
    public Matrix5 inverseOfTransport() {
        double detP = a[0] * a[6] - a[1] * a[5];
        double p00 = a[6] / detP;
        double p01 = -a[1] / detP;
        double p10 = -a[5] / detP;
        double p11 = a[0] / detP;
        // P^-1 Q and R P^-1
        double pq00 = p00 * a[2] + p01 * a[7];
        double pq01 = p00 * a[3] + p01 * a[8];
        double pq10 = p10 * a[2] + p11 * a[7];
        double pq11 = p10 * a[3] + p11 * a[8];
        double rp00 = a[10] * p00 + a[11] * p10;
        double rp01 = a[10] * p01 + a[11] * p11;
        double rp10 = a[15] * p00 + a[16] * p10;
        double rp11 = a[15] * p01 + a[16] * p11;
        double s00 = a[12] - a[10] * pq00 - a[11] * pq10;
        double s01 = a[13] - a[10] * pq01 - a[11] * pq11;
        double s10 = a[17] - a[15] * pq00 - a[16] * pq10;
        double s11 = a[18] - a[15] * pq01 - a[16] * pq11;

        double[] x = new double[N * N];
        double detS = s00 * s11 - s01 * s10;
        x[12] = s11 / detS;
        x[13] = -s01 / detS;
        x[17] = -s10 / detS;
        x[18] = s00 / detS;
        x[10] = -x[12] * rp00 - x[13] * rp10;
        x[11] = -x[12] * rp01 - x[13] * rp11;
        x[15] = -x[17] * rp00 - x[18] * rp10;
        x[16] = -x[17] * rp01 - x[18] * rp11;
        x[2] = -pq00 * x[12] - pq01 * x[17];
        x[3] = -pq00 * x[13] - pq01 * x[18];
        x[7] = -pq10 * x[12] - pq11 * x[17];
        x[8] = -pq10 * x[13] - pq11 * x[18];
        x[0] = p00 - x[2] * rp00 - x[3] * rp10;
        x[1] = p01 - x[2] * rp01 - x[3] * rp11;
        x[5] = p10 - x[7] * rp00 - x[8] * rp10;
        x[6] = p11 - x[7] * rp01 - x[8] * rp11;
        for (int i = 0; i < N - 1; i++) {
            int r = i * N;
            x[r + 4] = -(x[r] * a[4] + x[r + 1] * a[9] + x[r + 2] * a[14] + x[r + 3] * a[19]) / a[24];
        }
        x[24] = 1 / a[24];
        return new Matrix5(x);
    }
}
