package org.sagitta.validation.study;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A, e and M of a set of legs from the truth, by weighted least squares of
 *
 * <pre>   (k_true - k) / k_true = A - e k_true + q M / k_true</pre>
 *
 * in which k is the curvature after the field pre-correction. The deviation is divided by the true curvature and not by
 * the measured one because 1/k is not unbiased when k is.
 */
final class TruthRegression {
    private static final int PARAMETERS = 3;

    private final DMatrixRMaj normal = new DMatrixRMaj(PARAMETERS, PARAMETERS);
    private final DMatrixRMaj rightSide = new DMatrixRMaj(PARAMETERS, 1);

    /** Values of the three parameters; NaN if the legs do not determine them. */
    record Result(double a, double e, double m) {}

    void add(double k, double trueK, int charge, double weight) {
        double[] basis = {1, -trueK, charge / trueK};
        double y = (trueK - k) / trueK;
        for (int i = 0; i < PARAMETERS; i++) {
            for (int j = 0; j < PARAMETERS; j++) {
                normal.add(i, j, weight * basis[i] * basis[j]);
            }
            rightSide.add(i, 0, weight * basis[i] * y);
        }
    }

    Result solve() {
        DMatrixRMaj solution = new DMatrixRMaj(PARAMETERS, 1);
        boolean solved = CommonOps_DDRM.solve(normal, rightSide, solution);
        return solved
                ? new Result(solution.get(0), solution.get(1), solution.get(2))
                : new Result(Double.NaN, Double.NaN, Double.NaN);
    }
}
