package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.fit.MassResidual.Status;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.target.MassTarget;

/**
 * The extended Kalman filter over events of J. Bendavid, MWDays23 (CERN, 17 April 2023), and of KaMuCa. The state is the
 * vector of parameters x with covariance C, starting at the priors. Each pair measures z = 0, where z = m'/m_target - 1,
 * with variance s^2 from its own mass error, divided by the weight of its pull:
 *
 * <pre>
 *   S = H C H^T + s^2 / w(u),   x += C H^T (0 - z) / S,   C -= C H^T H C / S,   H = dz/dx
 * </pre>
 *
 * <p>Every step costs the square of the number of parameters. At a fixed point of linearisation it is the same fit as an
 * {@link InformationSum} and serves to check it; with a new linearisation at every event it needs no iteration.
 * With a redescending loss that is a stochastic approximation, which ends about a fifth of a standard deviation away from
 * the iterated M-estimate; with least squares both agree.
 */
public final class SequentialKalmanCalibrator {

    /** Where residual, gradient and weight of an event are taken. */
    public enum Linearisation {
        /** At the state as it is when the event arrives. */
        EVERY_EVENT,
        /** At given values for all events: a linear Kalman filter. */
        FIXED_POINT
    }

    private final FitOptions options;
    private final Linearisation linearisation;

    /** A filter; tolerance and number of iterations of the options are not used. */
    public SequentialKalmanCalibrator(FitOptions options, Linearisation linearisation) {
        this.options = options;
        this.linearisation = linearisation;
    }

    /** Filters all pairs in their order, with a fixed point of linearisation at zero. */
    public CalibrationResult calibrate(DimuonSample sample, MassTarget target) {
        double[] zero = new double[options.model().size()];
        return calibrate(MassMeasurements.of(sample, target, options.sigmaFloor()), zero);
    }

    /**
     * Filters all pairs in their order.
     *
     * @param start where a {@link Linearisation#FIXED_POINT} is; the state itself starts at the priors, at zero
     */
    public CalibrationResult calibrate(MassMeasurements pairs, double[] start) {
        if (start.length != options.model().size()) {
            throw new IllegalArgumentException("start has " + start.length + " values, the model "
                    + options.model().size() + " parameters");
        }
        State state = new State(options);
        MassResidual residual = new MassResidual(options.model());
        double[] at = start.clone();
        long used = 0;
        DimuonSample sample = pairs.sample();
        for (int i = 0; i < pairs.size(); i++) {
            if (linearisation == Linearisation.EVERY_EVENT) {
                state.copyTo(at);
            }
            if (residual.evaluate(sample, i, at, pairs.expectedMass(i)) != Status.DEFINED) {
                continue;
            }
            double sigma = pairs.relativeSigma(i);
            double weight = options.loss().weight(residual.residual() / sigma);
            if (weight > 0) {
                state.update(residual, at, sigma * sigma / weight);
                used++;
            }
        }
        return new CalibrationResult(state.correction(options), 1, used);
    }

    /** Parameters and their covariance, and the memory of one update. */
    private static final class State {
        private final double[] x;
        private final double[][] c;
        private final double[] cht;

        State(FitOptions options) {
            int n = options.model().size();
            x = new double[n];
            c = new double[n][n];
            cht = new double[n];
            double[] precisions = options.priors().precisions(options.model());
            for (int i = 0; i < n; i++) {
                c[i][i] = 1 / precisions[i];
            }
        }

        void copyTo(double[] values) {
            System.arraycopy(x, 0, values, 0, x.length);
        }

        void update(MassResidual residual, double[] at, double variance) {
            SparseVector h = residual.gradient();
            double predicted = residual.residual() + h.dot(x) - h.dot(at);
            for (int i = 0; i < x.length; i++) {
                cht[i] = h.dot(c[i]);
            }
            double s = h.dot(cht) + variance;
            for (int i = 0; i < x.length; i++) {
                double gain = cht[i] / s;
                x[i] -= gain * predicted;
                for (int j = 0; j <= i; j++) {
                    c[i][j] -= gain * cht[j];
                    c[j][i] = c[i][j];
                }
            }
        }

        AemCorrection correction(FitOptions options) {
            return new AemCorrection(options.model(), x, Covariance.of(c));
        }
    }
}
