package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.RobustLocation;
import org.sagitta.calibration.target.MassTarget;

/**
 * How far the mass peak of a sample is from its target, b = m / m_target - 1, as one robust location, and how it answers
 * to the calibration parameters:
 *
 * <pre>   sum psi(u) / s = 0,   u = (m / (m_target (1 + b)) - 1) / s,   db/dp = sum psi'(u) (dz/dp) / s^2 / sum psi'(u) / s^2</pre>
 *
 * <p>It is the estimator of {@link IterativeCalibration} with the single parameter b. Immutable.
 */
public final class MassScale {
    private final RobustLocation location;
    private final double[] gradient;

    private MassScale(RobustLocation location, double[] gradient) {
        this.location = location;
        this.gradient = gradient;
    }

    /**
     * The mass scale of a sample as it stands; apply a correction before if it is to be tested.
     *
     * @param options model, loss and floor are used
     * @throws IllegalArgumentException if the sample is empty
     */
    public static MassScale of(DimuonSample sample, MassTarget target, FitOptions options) {
        MassMeasurements pairs = MassMeasurements.of(sample, target, options.sigmaFloor());
        double[] ratios = new double[pairs.size()];
        double[] sigmas = new double[pairs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = sample.get(i).mass() / pairs.expectedMass(i);
            sigmas[i] = pairs.relativeSigma(i);
        }
        RobustLocation location = RobustLocation.of(ratios, sigmas, options.loss());
        return new MassScale(location, gradient(pairs, location.value(), options));
    }

    private static double[] gradient(MassMeasurements pairs, double scale, FitOptions options) {
        AemModel model = options.model();
        Loss loss = options.loss();
        MassResidual residual = new MassResidual(model);
        double[] zero = new double[model.size()];
        double[] sum = new double[model.size()];
        double norm = 0;
        DimuonSample sample = pairs.sample();
        for (int i = 0; i < pairs.size(); i++) {
            double sigma = pairs.relativeSigma(i);
            double expected = scale * pairs.expectedMass(i);
            if (residual.evaluate(sample, i, zero, expected) == Status.DEFINED) {
                double slope = loss.slope(residual.residual() / sigma) / (sigma * sigma);
                SparseVector g = residual.gradient();
                for (int slot = 0; slot < g.size(); slot++) {
                    sum[g.index(slot)] += slope * g.value(slot);
                }
                norm += slope;
            }
        }
        for (int j = 0; j < sum.length; j++) {
            sum[j] /= norm;
        }
        return sum;
    }

    /** b. */
    public double bias() {
        return location.value() - 1;
    }

    /** Standard deviation of b from the number of pairs in the sample alone. */
    public double sigma() {
        return location.relativeSigma();
    }

    /** A copy of db/dp in the order of the model. */
    public double[] gradient() {
        return gradient.clone();
    }

    /** Standard deviation of b from parameters with this covariance. */
    public double calibrationSigma(Covariance covariance) {
        return Math.sqrt(covariance.variance(gradient));
    }
}
