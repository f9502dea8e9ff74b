package org.sagitta.kalman.state;

/** An immutable 5 x 5 matrix between parameter vectors; rows and columns in the order of {@link Param}. */
public final class Matrix5 {
    private static final int N = Param.SIZE;

    /** Row by row. */
    final double[] a;

    private Matrix5(double[] entries) {
        this.a = entries;
    }

    /** From 25 entries, row by row. */
    public static Matrix5 ofRows(double... entries) {
        if (entries.length != N * N) {
            throw new IllegalArgumentException("5 x 5 matrix from " + entries.length + " entries, needed are 25");
        }
        return new Matrix5(entries.clone());
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

    /** This matrix with the row of q/p divided by a number. */
    public Matrix5 withQOverPDividedBy(double divisor) {
        double[] c = a.clone();
        for (int j = 0; j < N; j++) {
            c[Param.Q_OVER_P.index() * N + j] /= divisor;
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
     * The inverse, by Gauss-Jordan elimination with the largest pivot of each column.
     *
     * @throws ArithmeticException if the matrix is singular
     */
    public Matrix5 inverse() {
        double[] m = a.clone();
        double[] inv = identity().a;
        for (int c = 0; c < N; c++) {
            int pivot = pivotRow(m, c);
            swapRows(m, pivot, c);
            swapRows(inv, pivot, c);
            double scale = 1 / m[c * N + c];
            for (int j = 0; j < N; j++) {
                m[c * N + j] *= scale;
                inv[c * N + j] *= scale;
            }
            for (int i = 0; i < N; i++) {
                double f = m[i * N + c];
                if (i == c || f == 0) {
                    continue;
                }
                for (int j = 0; j < N; j++) {
                    m[i * N + j] -= f * m[c * N + j];
                    inv[i * N + j] -= f * inv[c * N + j];
                }
            }
        }
        return new Matrix5(inv);
    }

    private static int pivotRow(double[] m, int column) {
        int best = column;
        for (int i = column + 1; i < N; i++) {
            if (Math.abs(m[i * N + column]) > Math.abs(m[best * N + column])) {
                best = i;
            }
        }
        if (!(Math.abs(m[best * N + column]) > 0)) {
            throw new ArithmeticException("singular 5 x 5 matrix: no pivot in column " + column);
        }
        return best;
    }

    private static void swapRows(double[] m, int i, int k) {
        if (i == k) {
            return;
        }
        for (int j = 0; j < N; j++) {
            double t = m[i * N + j];
            m[i * N + j] = m[k * N + j];
            m[k * N + j] = t;
        }
    }
}
