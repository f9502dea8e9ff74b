package org.sagitta.calibration.model;

/**
 * Functions of pseudorapidity that a term of the model is a sum of, one parameter each: f(eta) = sum_i p_i f_i(eta).
 * Between neighbouring {@link #breaks()} every f_i is a polynomial of at most third degree in eta. Immutable.
 */
public sealed interface EtaBasis permits EtaPolynomial, EtaBinning, EtaSpline {

    /** Number of functions; 0 if the term is absent. */
    int size();

    /** The largest number of functions that are not zero at one eta. */
    int maxNonZero();

    /** What tells the name of parameter i from those of the others, such as "2" or "07". */
    String label(int i);

    /**
     * Appends the functions that are not zero at eta: entry {@code first + stride * i} is {@code scale} f_i(eta).
     * Allocates nothing.
     */
    void append(double scale, double eta, int first, int stride, SparseVector to);

    /** Where one polynomial ends and the next begins, ascending; without the outer ends. A copy. */
    double[] breaks();

    /** The eta at which the functions are taken for a leg at eta: itself, or the nearest at which they are defined. */
    double inside(double eta);

    /**
     * Coefficients of 1, x, x^2, x^3 of f_i as it is around {@link #inside} of eta, in x = inside of eta; what
     * exporters write as a formula.
     */
    double[] polynomial(int i, double eta);

    /** f_i(eta); hot loops use {@link #append}. */
    default double value(int i, double eta) {
        SparseVector values = new SparseVector(maxNonZero());
        append(1, eta, 0, 1, values);
        return values.toDense(size())[i];
    }
}
