package org.sagitta.kalman.state;

/**
 * An immutable symmetric 3 x 3 matrix, the covariance of three numbers whose order its owner states. Only the lower triangle
 * exists.
 */
public final class SymMatrix3 {
    private static final int N = 3;

    private final double[] c;

    private SymMatrix3(double[] packed) {
        this.c = packed;
    }

    /** From the lower triangle, row by row: (0,0), (1,0), (1,1), (2,0), (2,1), (2,2). */
    public static SymMatrix3 ofLowerTriangle(double... packed) {
        if (packed.length != N * (N + 1) / 2) {
            throw new IllegalArgumentException(
                    "symmetric 3 x 3 matrix from " + packed.length + " entries, needed are 6");
        }
        return new SymMatrix3(packed.clone());
    }

    /** Entry of a row and a column, from 0. */
    public double at(int row, int column) {
        return row >= column ? c[row * (row + 1) / 2 + column] : c[column * (column + 1) / 2 + row];
    }

    /** Standard deviation of one of the numbers. */
    public double sigma(int index) {
        return Math.sqrt(at(index, index));
    }
}
