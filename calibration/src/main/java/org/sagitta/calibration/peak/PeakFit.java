package org.sagitta.calibration.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;

/** A converged peak fit. Errors are those of the inverse matrix of second derivatives. Immutable. */
public final class PeakFit implements PeakFitResult {
    private final PeakModel model;
    private final double[] parameters;
    private final DMatrixRMaj covariance;
    private final FitQuality quality;

    /**
     * How well the minimum was reached.
     *
     * @param negativeLogLikelihood at the minimum
     * @param distance estimated vertical distance to the minimum, g^T H^-1 g / 2
     * @param iterations steps of the minimiser
     * @param pairs number of pairs inside the window
     */
    public record FitQuality(double negativeLogLikelihood, double distance, int iterations, int pairs) {}

    PeakFit(PeakModel model, double[] parameters, DMatrixRMaj covariance, FitQuality quality) {
        this.model = model;
        this.parameters = parameters.clone();
        this.covariance = new DMatrixRMaj(covariance);
        this.quality = quality;
    }

    public PeakModel model() {
        return model;
    }

    public FitQuality quality() {
        return quality;
    }

    /** Number of scale parameters. */
    public int scaleCount() {
        return model.scale().size();
    }

    /** Scale parameter i as {@link ScaleModel} defines it, in its unit. */
    public double scale(int i) {
        return parameters[checked(i)];
    }

    /** Standard deviation of scale parameter i. */
    public double scaleError(int i) {
        return Math.sqrt(scaleCovariance(i, i));
    }

    /** Covariance of two scale parameters. */
    public double scaleCovariance(int i, int j) {
        return covariance.get(checked(i), checked(j));
    }

    private int checked(int i) {
        if (i < 0 || i >= scaleCount()) {
            throw new IllegalArgumentException("scale " + i + " of " + scaleCount());
        }
        return i;
    }

    /** The fitted resolution, common factor included. */
    public ResolutionShape resolution() {
        ResolutionShape shape = PeakDensity.resolution(model, parameters);
        double factor = resolutionFactor().isPresent() ? resolutionFactor().getAsDouble() : 1;
        List<Double> perBin = new ArrayList<>();
        for (double s : shape.perBin()) {
            perBin.add(factor * s);
        }
        return new ResolutionShape(perBin, factor * shape.perGev(), shape.tailFraction());
    }

    /** The common factor on a known resolution; empty if the resolution was fitted freely. */
    public OptionalDouble resolutionFactor() {
        return model.knownResolution().isPresent()
                ? OptionalDouble.of(Math.exp(parameters[layout().resolution]))
                : OptionalDouble.empty();
    }

    /** Shares of the lines in the signal, in the order of the model. */
    public List<Double> lineShares() {
        List<Double> shares = new ArrayList<>();
        for (double s : PeakDensity.shares(
                parameters, layout().lines, model.lineMasses().size())) {
            shares.add(s);
        }
        return List.copyOf(shares);
    }

    /** Share of signal in the window among the pairs whose larger |eta| is in this bin. */
    public double signalFraction(int category) {
        return ParameterLayout.logistic(parameters[layout().signalFraction(category)]);
    }

    private ParameterLayout layout() {
        return new ParameterLayout(model);
    }

    /** Number of fitted parameters. */
    public int parameterCount() {
        return parameters.length;
    }

    double[] parameters() {
        return parameters.clone();
    }

    double error(int parameter) {
        return Math.sqrt(covariance.get(parameter, parameter));
    }
}
