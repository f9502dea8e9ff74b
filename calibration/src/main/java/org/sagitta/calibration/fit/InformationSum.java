package org.sagitta.calibration.fit;

import org.ejml.data.DMatrixRMaj;
import org.sagitta.calibration.model.SparseVector;

/**
 * The additive form of a linear fit: what each event says about the parameters, summed up. With residual z, gradient g
 * and variance s^2 of each event
 *
 * <pre>   score = sum w z g / s^2,   information = sum w g g^T / s^2</pre>
 *
 * <p>and the step of the parameters is d = -(information + P)^-1 (score + P p), P the precision of the priors. Sums of
 * different events may be merged in any grouping; {@link BlockReducer} fixes the grouping so that not even the last bit
 * depends on it. Mutable, one thread at a time.
 */
public final class InformationSum {
    private final int dimension;
    private final double[] score;
    /** Lower triangle, row by row: entry (i, j) is {@link #at}. */
    private final double[] information;

    private long events;

    /** An empty sum for this many parameters. */
    public InformationSum(int dimension) {
        this.dimension = dimension;
        score = new double[dimension];
        information = new double[dimension * (dimension + 1) / 2];
    }

    /** Adds one event: {@code scoreWeight} times g to the score, {@code informationWeight} times g g^T. */
    public void add(SparseVector g, double scoreWeight, double informationWeight) {
        for (int a = 0; a < g.size(); a++) {
            int i = g.index(a);
            double value = g.value(a);
            score[i] += scoreWeight * value;
            double weighted = informationWeight * value;
            for (int b = 0; b <= a; b++) {
                information[at(i, g.index(b))] += weighted * g.value(b);
            }
        }
        events++;
    }

    /** Adds {@code weight} (g h^T + h g^T) to the information: what two events that are not independent have in common. */
    void addProduct(SparseVector g, SparseVector h, double weight) {
        for (int a = 0; a < g.size(); a++) {
            int i = g.index(a);
            for (int b = 0; b < h.size(); b++) {
                int j = h.index(b);
                double product = weight * g.value(a) * h.value(b);
                information[at(i, j)] += i == j ? 2 * product : product;
            }
        }
    }

    /** Adds another sum to this one, which is returned. */
    public InformationSum merge(InformationSum other) {
        for (int i = 0; i < score.length; i++) {
            score[i] += other.score[i];
        }
        for (int i = 0; i < information.length; i++) {
            information[i] += other.information[i];
        }
        events += other.events;
        return this;
    }

    /** Number of events added. */
    public long events() {
        return events;
    }

    /** A copy of the score. */
    public double[] score() {
        return score.clone();
    }

    /** Information about parameters i and j. */
    public double information(int i, int j) {
        return information[at(i, j)];
    }

    private static int at(int i, int j) {
        return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
    }

    /** Information plus priors as a full matrix. */
    DMatrixRMaj matrix(double[] priorPrecisions) {
        DMatrixRMaj matrix = new DMatrixRMaj(dimension, dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                matrix.set(i, j, information(i, j));
            }
            matrix.add(i, i, priorPrecisions[i]);
        }
        return matrix;
    }

    /**
     * One linear step.
     *
     * @param values p, the point at which residuals and gradients were taken
     * @param priorPrecisions diagonal of P; priors have mean zero
     * @throws IllegalArgumentException if the matrix is not positive definite
     */
    public LinearStep solve(double[] values, double[] priorPrecisions) {
        DMatrixRMaj inverse = Symmetric.inverse(matrix(priorPrecisions));
        double[] step = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                step[i] -= inverse.get(i, j) * (score[j] + priorPrecisions[j] * values[j]);
            }
        }
        return new LinearStep(step, Symmetric.covariance(inverse));
    }
}
