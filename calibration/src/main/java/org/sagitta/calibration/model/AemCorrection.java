package org.sagitta.calibration.model;

import java.util.Arrays;
import org.sagitta.calibration.dimuon.Charge;

/**
 * The A/e/M model with values and their covariance: k' = k (1 + A - e k) + q M; formulas and order of the parameters at
 * {@link AemModel}. Immutable.
 */
public final class AemCorrection implements CurvatureCorrection {
    private final AemModel model;
    private final double[] values;
    private final Covariance covariance;

    /**
     * @param values one per parameter, in the order and the units of the model
     * @throws IllegalArgumentException if values or covariance do not have the size of the model, or a value is not
     *     finite
     */
    public AemCorrection(AemModel model, double[] values, Covariance covariance) {
        if (values.length != model.size() || covariance.dimension() != model.size()) {
            throw new IllegalArgumentException("A/e/M correction: " + values.length + " values and a covariance of "
                    + covariance.dimension() + " for a model of " + model.size() + " parameters");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("A/e/M correction: "
                        + model.parameters().get(i).name() + " = " + values[i] + ", it must be finite");
            }
        }
        this.model = model;
        this.values = values.clone();
        this.covariance = covariance;
    }

    /** One common scale: k' = k (1 + a), with the standard deviation of a. */
    public static AemCorrection fieldScale(double a, double sigma) {
        return new AemCorrection(AemModel.fieldScale(), new double[] {a}, Covariance.ofSigmas(sigma));
    }

    /** All parameters zero, without uncertainty: k' = k. */
    public static AemCorrection identity(AemModel model) {
        return new AemCorrection(model, new double[model.size()], Covariance.zero(model.size()));
    }

    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        return k + gradient(k, eta, phi, charge).dot(values);
    }

    /** Standard deviation of the corrected curvature [1/GeV] from the covariance of the parameters. */
    public double sigma(double k, double eta, double phi, Charge charge) {
        return Math.sqrt(covariance.variance(gradient(k, eta, phi, charge)));
    }

    /** dk'/dp of one leg; hot loops use {@link AemModel#fillBasis} instead, which allocates nothing. */
    public SparseVector gradient(double k, double eta, double phi, Charge charge) {
        SparseVector basis = new SparseVector(model.legEntries());
        model.fillBasis(k, eta, phi, charge, basis);
        return basis;
    }

    /** Field term A at eta, its mean over phi, dimensionless; 0 if the model has none. */
    public double fieldScaleAt(double eta) {
        return model.fieldGradient(eta).dot(values);
    }

    /** Field term A(eta, phi), dimensionless; 0 if the model has none. */
    public double fieldScaleAt(double eta, double phi) {
        return model.fieldGradient(eta, phi).dot(values);
    }

    /** Energy loss term e(eta) [GeV], what it means is at {@link LossShape}; 0 if the model has none. */
    public double energyLossAt(double eta) {
        return model.lossGradient(eta).dot(values);
    }

    /** Misalignment term M(eta, phi) [1/GeV]; 0 if the model has none. */
    public double misalignmentAt(double eta, double phi) {
        return model.misalignmentGradient(eta, phi).dot(values);
    }

    /** The terms, their order and bins. */
    public AemModel model() {
        return model;
    }

    /** Value of parameter i. */
    public double value(int i) {
        return values[i];
    }

    /** Standard deviation of parameter i. */
    public double sigma(int i) {
        return covariance.sigma(i);
    }

    /** A copy of all values. */
    public double[] values() {
        return values.clone();
    }

    /** Covariance of all parameters. */
    public Covariance covariance() {
        return covariance;
    }

    /**
     * The correction moved by {@code nSigma} standard deviations along eigenvector i of its correlation matrix; see
     * {@link Covariance#eigenVariations()}. The covariance stays.
     *
     * @param i from 0 (the largest) to the number of parameters - 1
     */
    public AemCorrection variation(int i, double nSigma) {
        double[] shift = covariance.eigenVariations()[i];
        double[] moved = values.clone();
        for (int j = 0; j < moved.length; j++) {
            moved[j] += nSigma * shift[j];
        }
        return new AemCorrection(model, moved, covariance);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof AemCorrection other
                && model.equals(other.model)
                && Arrays.equals(values, other.values)
                && covariance.equals(other.covariance);
    }

    @Override
    public int hashCode() {
        return 31 * model.hashCode() + Arrays.hashCode(values);
    }
}
