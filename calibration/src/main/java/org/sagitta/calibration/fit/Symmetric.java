package org.sagitta.calibration.fit;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.sagitta.calibration.model.Covariance;

/** Positive definite matrices by Cholesky. */
final class Symmetric {
    private Symmetric() {}

    /**
     * Inverse of a symmetric matrix.
     *
     * @throws IllegalArgumentException if it is not positive definite
     */
    static DMatrixRMaj inverse(DMatrixRMaj matrix) {
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(matrix.numRows);
        if (!solver.setA(matrix.copy())) {
            throw new IllegalArgumentException("the information matrix of " + matrix.numRows
                    + " parameters is not positive definite: the sample does not determine them");
        }
        DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        solver.invert(inverse);
        return inverse;
    }

    /** Whether a symmetric matrix is positive definite. */
    static boolean isPositive(DMatrixRMaj matrix) {
        return LinearSolverFactory_DDRM.chol(matrix.numRows).setA(matrix.copy());
    }

    /** J^-1 B J^-1 for symmetric J^-1 and B. */
    static DMatrixRMaj sandwich(DMatrixRMaj inverse, DMatrixRMaj middle) {
        int n = inverse.numRows;
        DMatrixRMaj half = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(inverse, middle, half);
        DMatrixRMaj full = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransB(half, inverse, full);
        return full;
    }

    /** The covariance that a matrix is, up to rounding: its lower and upper triangles are averaged. */
    static Covariance covariance(DMatrixRMaj matrix) {
        int n = matrix.numRows;
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = 0.5 * (matrix.get(i, j) + matrix.get(j, i));
            }
        }
        return Covariance.of(rows);
    }
}
