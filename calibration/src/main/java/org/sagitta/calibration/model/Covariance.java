package org.sagitta.calibration.model;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Covariance matrix of the parameters: symmetric, stored once. Immutable. */
public final class Covariance {
    private final int dimension;
    /** Lower triangle, row by row. */
    private final double[] packed;

    private Covariance(int dimension, double[] packed) {
        this.dimension = dimension;
        this.packed = packed;
    }

    /** No uncertainty at all. */
    public static Covariance zero(int dimension) {
        return new Covariance(dimension, new double[dimension * (dimension + 1) / 2]);
    }

    /** Uncorrelated parameters with these standard deviations. */
    public static Covariance ofSigmas(double... sigmas) {
        Covariance result = zero(sigmas.length);
        for (int i = 0; i < sigmas.length; i++) {
            result.packed[at0(i, i)] = checked(i, i, sigmas[i] * sigmas[i]);
        }
        return result;
    }

    /**
     * A full matrix.
     *
     * @throws IllegalArgumentException if it is not square, symmetric and finite, or has a negative variance
     */
    public static Covariance of(double[][] rows) {
        Covariance result = zero(rows.length);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows.length) {
                throw new IllegalArgumentException("covariance: row " + i + " has " + rows[i].length
                        + " entries, the matrix has " + rows.length + " rows");
            }
            for (int j = 0; j <= i; j++) {
                if (Double.compare(rows[i][j], rows[j][i]) != 0) {
                    throw new IllegalArgumentException("covariance: entry (" + i + ", " + j + ") is " + rows[i][j]
                            + " but (" + j + ", " + i + ") is " + rows[j][i]);
                }
                result.packed[at0(i, j)] = checked(i, j, rows[i][j]);
            }
        }
        return result;
    }

    private static double checked(int i, int j, double value) {
        if (!Double.isFinite(value) || (i == j && value < 0)) {
            throw new IllegalArgumentException("covariance: entry (" + i + ", " + j + ") is " + value
                    + "; entries must be finite and variances not negative");
        }
        return value;
    }

    private static int at0(int i, int j) {
        return i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i;
    }

    /** Number of parameters. */
    public int dimension() {
        return dimension;
    }

    /** Covariance of parameters i and j. */
    public double at(int i, int j) {
        return packed[at0(i, j)];
    }

    /** Standard deviation of parameter i. */
    public double sigma(int i) {
        return Math.sqrt(at(i, i));
    }

    /** The sum of two independent covariances. */
    public Covariance plus(Covariance other) {
        if (other.dimension != dimension) {
            throw new IllegalArgumentException(
                    "covariances of " + dimension + " and " + other.dimension + " parameters cannot be added");
        }
        double[] sum = packed.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.packed[i];
        }
        return new Covariance(dimension, sum);
    }

    /** Variance g C g of a quantity with derivative g with respect to the parameters. */
    public double variance(double[] g) {
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            double row = 0;
            for (int j = 0; j < dimension; j++) {
                row += at(i, j) * g[j];
            }
            sum += g[i] * row;
        }
        return Math.max(0, sum);
    }

    /** Variance g C g of a quantity with a sparse derivative g. */
    public double variance(SparseVector g) {
        double sum = 0;
        for (int a = 0; a < g.size(); a++) {
            double row = 0;
            for (int b = 0; b < g.size(); b++) {
                row += at(g.index(a), g.index(b)) * g.value(b);
            }
            sum += g.value(a) * row;
        }
        return Math.max(0, sum);
    }

    /**
     * chi^2 = d C^-1 d of a deviation.
     *
     * @throws IllegalArgumentException if the matrix is not positive definite
     */
    public double chi2(double[] deviation) {
        DMatrixRMaj correlation = correlation();
        CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(dimension, true);
        if (dimension == 0 || !cholesky.decompose(correlation)) {
            throw new IllegalArgumentException("covariance: not positive definite, chi2 does not exist");
        }
        DMatrixRMaj lower = cholesky.getT(null);
        double sum = 0;
        double[] y = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            double rest = deviation[i] / sigma(i);
            for (int j = 0; j < i; j++) {
                rest -= lower.get(i, j) * y[j];
            }
            y[i] = rest / lower.get(i, i);
            sum += y[i] * y[i];
        }
        return sum;
    }

    /**
     * Shifts of all parameters along the eigenvectors of the correlation matrix, one standard deviation each, the
     * largest first: v[i][j] = sigma_j sqrt(lambda_i) e_ij. Their outer products add up to the covariance. The
     * correlation matrix is taken because parameters have different units. The largest component of each is positive.
     */
    public double[][] eigenVariations() {
        if (dimension == 0) {
            return new double[0][0];
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(dimension, true, true);
        if (!eigen.decompose(correlation())) {
            throw new IllegalStateException("covariance: the eigenvalues of " + this + " were not found");
        }
        double[][] variations = new double[dimension][];
        double[] eigenvalues = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            eigenvalues[i] = eigen.getEigenvalue(i).getReal();
            variations[i] = variation(eigenvalues[i], eigen.getEigenVector(i));
        }
        return sortedDown(eigenvalues, variations);
    }

    private double[] variation(double eigenvalue, DMatrixRMaj vector) {
        int largest = 0;
        for (int j = 1; j < dimension; j++) {
            if (Math.abs(vector.get(j, 0)) > Math.abs(vector.get(largest, 0))) {
                largest = j;
            }
        }
        double length = Math.copySign(Math.sqrt(Math.max(0, eigenvalue)), vector.get(largest, 0));
        double[] shift = new double[dimension];
        for (int j = 0; j < dimension; j++) {
            shift[j] = sigma(j) * length * vector.get(j, 0);
        }
        return shift;
    }

    private static double[][] sortedDown(double[] keys, double[][] rows) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(keys[b], keys[a]));
        double[][] sorted = new double[keys.length][];
        Arrays.setAll(sorted, i -> rows[order[i]]);
        return sorted;
    }

    /** Correlation matrix; rows of parameters without uncertainty are zero. */
    private DMatrixRMaj correlation() {
        DMatrixRMaj matrix = new DMatrixRMaj(dimension, dimension);
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                double scale = sigma(i) * sigma(j);
                matrix.set(i, j, scale > 0 ? at(i, j) / scale : 0);
            }
        }
        return matrix;
    }

    /** A copy as rows. */
    public double[][] toArray() {
        double[][] rows = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                rows[i][j] = at(i, j);
            }
        }
        return rows;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Covariance other && dimension == other.dimension && Arrays.equals(packed, other.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return "Covariance" + Arrays.deepToString(toArray());
    }
}
