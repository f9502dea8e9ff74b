package org.sagitta.calibration.fit;

import org.ejml.data.DMatrixRMaj;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.EstimatingEquations.Sandwich;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.target.MassTarget;

/**
 * The parameters as an M-estimate: they solve
 *
 * <pre>   F(p) = sum_i psi(u_i) g_i / s_i + P p = 0,   u_i = z_i(p) / s_i,   z = m'/m_target - 1,   g = dz/dp</pre>
 *
 * <p>with the relative mass error s_i of each pair, a redescending psi ({@link FitOptions#loss()}) so that radiation
 * tails and window edges neither drag nor kick the result, and the precision P of the priors. First reweighted least squares
 * bring the parameters near, on every n-th block of a large sample: residuals, gradients and weights are recomputed at
 * every step, and the matrix of the step is sum w g g^T / s^2 + P, which is always positive definite and makes steps that
 * are slightly too short; each one leaves about a fifth of the way. Then come steps of Newton's method on all pairs, with
 * J below in place of that matrix, which leave about a thousandth; the last one is too short to matter, and its sums give
 * the covariance.
 *
 * <p>The covariance is that of the sandwich (Huber and Ronchetti, Robust Statistics, section 6.3)
 *
 * <pre>   C = J^-1 B J^-1,   J = sum psi'(u) g g^T / s^2 + P,   B = sum psi(u)^2 g g^T / s^2 + P</pre>
 *
 * <p>where twins give B the square of the sum of their two scores. It holds although pulls are not Gaussian. J leaves out
 * sum psi(u) d^2z/dp^2 / s: its mean vanishes where the target is right. The prior enters B as a measurement of zero with
 * its own error. psi' is negative in the tails, so in a sample of few pairs for its parameters J may fail to be positive
 * definite; there the matrix of least squares takes its place, in a step that converges and in a covariance that is only
 * indicative.
 *
 * <p>The same sample gives the same bits for any number of threads ({@link BlockReducer}).
 */
public final class IterativeCalibration implements Calibrator {
    /** Pairs on which the parameters are brought near; with as many, they are within some standard deviations of all. */
    private static final int APPROACH_PAIRS = 64 * BlockReducer.BLOCK_SIZE;

    /** A step, in standard deviations, after which Newton's method takes over. */
    private static final double NEAR = 0.3;

    private final FitOptions options;
    private final BlockReducer reducer;

    /** A calibration that sums pairs with this reducer. */
    public IterativeCalibration(FitOptions options, BlockReducer reducer) {
        this.options = options;
        this.reducer = reducer;
    }

    /** What the fit was told. */
    public FitOptions options() {
        return options;
    }

    /**
     * Fits the parameters, starting at zero.
     *
     * @throws NotConvergedException if the parameters still move after the allowed number of iterations
     * @throws IllegalArgumentException if the sample does not determine the parameters, or a target is not positive
     */
    @Override
    public CalibrationResult calibrate(DimuonSource sample, MassTarget target) {
        MassMeasurements pairs = MassMeasurements.of(sample, target, options.sigmaFloor(), reducer);
        EstimatingEquations all = new EstimatingEquations(pairs, options, reducer);
        EstimatingEquations part = all.part(APPROACH_PAIRS);
        double[] priors = options.priors().precisions(options.model());
        double[] values = new double[options.model().size()];
        int iterations = 0;
        LinearStep step;
        do {
            step = part.leastSquares(values).solve(values, priors);
            values = step.addedTo(values);
            iterations = counted(iterations, step);
        } while (step.largestPull() > NEAR);
        while (true) {
            Sandwich sandwich = definite(all, values, priors);
            step = sandwich.slope().solve(values, priors);
            values = step.addedTo(values);
            if (step.largestPull() <= options.tolerance()) {
                return result(sandwich, values, priors, iterations + 1);
            }
            iterations = counted(iterations, step);
        }
    }

    /** The sums at these values; where J is not positive definite, the matrix of least squares is in its place. */
    private static Sandwich definite(EstimatingEquations equations, double[] values, double[] priors) {
        Sandwich sandwich = equations.sandwich(values);
        return Symmetric.isPositive(sandwich.slope().matrix(priors))
                ? sandwich
                : new Sandwich(equations.leastSquares(values), sandwich.spread());
    }

    private int counted(int before, LinearStep step) {
        if (before + 1 == options.maxIterations()) {
            throw new NotConvergedException(before + 1, step.largestPull(), options.tolerance());
        }
        return before + 1;
    }

    private CalibrationResult result(Sandwich sandwich, double[] values, double[] priors, int iterations) {
        DMatrixRMaj inverse = Symmetric.inverse(sandwich.slope().matrix(priors));
        DMatrixRMaj covariance = Symmetric.sandwich(inverse, sandwich.spread().matrix(priors));
        AemCorrection correction = new AemCorrection(options.model(), values, Symmetric.covariance(covariance));
        return new CalibrationResult(correction, iterations, sandwich.slope().events());
    }
}
