package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Least-squares fit of one or more quantities, each with its {@link Harmonics}, to numbers y of equal weight:
 * y = sum_q x_q (c0_q + c1_q cos(phi) + ...), with known factors x_q. Errors follow from the scatter about the fit.
 */
final class HarmonicFit {
    private static final int TERMS = Harmonics.TERMS.size();

    private final int quantities;
    private final DMatrixRMaj matrix;
    private final double[] right;
    private double squares;
    private long count;

    HarmonicFit(int quantities) {
        this.quantities = quantities;
        this.matrix = new DMatrixRMaj(quantities * TERMS, quantities * TERMS);
        this.right = new double[quantities * TERMS];
    }

    /** @param factors x_q, one for each quantity */
    void add(double phi, double y, double... factors) {
        double[] harmonics = {1, Math.cos(phi), Math.sin(phi), Math.cos(2 * phi), Math.sin(2 * phi)};
        double[] row = new double[right.length];
        for (int q = 0; q < quantities; q++) {
            for (int t = 0; t < TERMS; t++) {
                row[q * TERMS + t] = factors[q] * harmonics[t];
            }
        }
        for (int i = 0; i < row.length; i++) {
            right[i] += row[i] * y;
            for (int j = 0; j < row.length; j++) {
                matrix.add(i, j, row[i] * row[j]);
            }
        }
        squares += y * y;
        count++;
    }

    /** The quantities in their order; all NaN where there are too few numbers. */
    List<Harmonics> result() {
        int n = right.length;
        double[] values = new double[n];
        double[] errors = new double[n];
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
        if (count <= n || !solver.setA(matrix.copy())) {
            Arrays.fill(values, Double.NaN);
            Arrays.fill(errors, Double.NaN);
        } else {
            DMatrixRMaj inverse = new DMatrixRMaj(n, n);
            solver.invert(inverse);
            double explained = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    values[i] += inverse.get(i, j) * right[j];
                }
                explained += values[i] * right[i];
            }
            double variance = Math.max(0, squares - explained) / (count - n);
            for (int i = 0; i < n; i++) {
                errors[i] = Math.sqrt(variance * inverse.get(i, i));
            }
        }
        return split(values, errors);
    }

    private List<Harmonics> split(double[] values, double[] errors) {
        List<Harmonics> result = new ArrayList<>();
        for (int q = 0; q < quantities; q++) {
            List<Double> v = new ArrayList<>();
            List<Double> e = new ArrayList<>();
            for (int t = 0; t < TERMS; t++) {
                v.add(values[q * TERMS + t]);
                e.add(errors[q * TERMS + t]);
            }
            result.add(new Harmonics(v, e));
        }
        return result;
    }
}
