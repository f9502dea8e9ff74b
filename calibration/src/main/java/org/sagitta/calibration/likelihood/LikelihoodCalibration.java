package org.sagitta.calibration.likelihood;

import java.util.Arrays;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.CalibrationResult;
import org.sagitta.calibration.fit.Calibrator;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.likelihood.FisherScoring.Constraints;
import org.sagitta.calibration.likelihood.FisherScoring.Minimum;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.target.MassTarget;
import org.sagitta.calibration.target.TemplateTarget;

/**
 * The parameters of the model from an unbinned likelihood: each pair has the density of its own width,
 *
 * <pre>
 *   p(w) = F S(w' | r sigma_m/m) + (1 - F) B(w),   w = ln(m / m_ref),   w' = ln(m'(p) / m_ref) - ln(t / t_S)
 * </pre>
 *
 * <p>with the radiative shape S, normalised in a window of the <em>measured</em> mass (so that no pair enters or leaves
 * while the parameters move), an exponential background B, and one factor r on all mass errors. The shape sits where the
 * target says: t is the target of the pair, t_S where a {@link TemplateTarget} finds the peak of S; they are the same if
 * that template is the target.
 *
 * <p>Parameters of the model have the priors of the options; F, the slope of B and r are fitted with them. Against the
 * robust location of {@link org.sagitta.calibration.fit.IterativeCalibration} this one knows background, takes as much
 * from the tail of radiation as there is in it, and costs some times more; it trusts the shape. As there, sigma_m / m is
 * the one measured and does not move with the parameters, and derivatives are taken at the measured curvatures.
 */
public final class LikelihoodCalibration implements Calibrator {
    /** Nuisance parameters after those of the model: logit F, slope of the background, ln r. */
    static final int NUISANCES = 3;

    private static final double START_LOGIT = 3;
    /** Weak constraints: on logit F and slope, and on ln r. */
    private static final double SIGMA_BACKGROUND = 3;

    private static final double SIGMA_LOG_SCALE = 0.3;
    /** In standard deviations. A background that is not there vanishes slowly, at no cost to the other parameters. */
    private static final double TOLERANCE = 1e-2;

    private static final int MAX_ITERATIONS = 200;

    private final FitOptions options;
    private final PeakShape shape;
    private final TemplateTarget shapeTarget;
    private final MassRange range;
    private final BlockReducer reducer;

    /**
     * A calibration with this shape of the peak.
     *
     * @param options model and priors are used
     * @param shape density of the peak
     * @param shapeTarget the target of the same template as the shape
     * @param range window
     */
    public LikelihoodCalibration(
            FitOptions options, PeakShape shape, TemplateTarget shapeTarget, MassRange range, BlockReducer reducer) {
        this.options = options;
        this.shape = shape;
        this.shapeTarget = shapeTarget;
        this.range = range;
        this.reducer = reducer;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if it does not converge
     */
    @Override
    public CalibrationResult calibrate(DimuonSource sample, MassTarget target) {
        AemLikelihood likelihood =
                new AemLikelihood(sample, target, shapeTarget, options.model(), shape, range, reducer);
        Minimum minimum = FisherScoring.minimise(likelihood, constraints(), TOLERANCE, MAX_ITERATIONS);
        int n = options.model().size();
        AemCorrection correction =
                new AemCorrection(options.model(), Arrays.copyOf(minimum.values(), n), first(minimum.covariance(), n));
        return new CalibrationResult(correction, minimum.iterations(), minimum.events());
    }

    private Constraints constraints() {
        double[] priors = options.priors().precisions(options.model());
        int n = priors.length;
        double[] centre = new double[n + NUISANCES];
        double[] precision = Arrays.copyOf(priors, n + NUISANCES);
        centre[n] = START_LOGIT;
        precision[n] = 1 / (SIGMA_BACKGROUND * SIGMA_BACKGROUND);
        precision[n + 1] = precision[n];
        precision[n + 2] = 1 / (SIGMA_LOG_SCALE * SIGMA_LOG_SCALE);
        return new Constraints(centre, precision);
    }

    /** Covariance of the first n parameters, whatever the others are. */
    static Covariance first(Covariance all, int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = all.at(i, j);
            }
        }
        return Covariance.of(rows);
    }
}
