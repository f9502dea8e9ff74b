package org.sagitta.calibration.fit;

import org.ejml.data.DMatrixRMaj;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.EstimatingEquations.Sandwich;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.target.MassTarget;

/**
 * How well a model describes a sample, with a price for its parameters, for an estimator that is no likelihood:
 *
 * <pre>   AIC = 2 sum rho(u) + 2 tr(J^-1 B),   BIC = 2 sum rho(u) + ln(n) tr(J^-1 B)</pre>
 *
 * <p>with J and B of {@link IterativeCalibration}. For least squares and Gaussian pulls the trace is the number of
 * parameters and these are the criteria of Akaike and of Schwarz. Sources: K. Takeuchi 1976 for the trace; E. Ronchetti,
 * Stat. Probab. Lett. 3 (1985) 21 for M-estimates; J. Machado, Econometric Theory 9 (1993) 478 for the second. Smaller is
 * better; only differences between models on the same sample mean anything. Immutable.
 *
 * @param deviance 2 sum rho(u)
 * @param penalty tr(J^-1 B), the number of parameters that the sample determines
 * @param pairs n
 */
public record InformationCriterion(double deviance, double penalty, long pairs) {

    /** The criterion at the parameters that were fitted to these pairs. */
    public static InformationCriterion of(
            DimuonSource sample, MassTarget target, FitOptions options, AemCorrection fitted, BlockReducer reducer) {
        MassMeasurements measurements = MassMeasurements.of(sample, target, options.sigmaFloor(), reducer);
        Sandwich sandwich = new EstimatingEquations(measurements, options, reducer).sandwich(fitted.values());
        int n = options.model().size();
        DMatrixRMaj inverse =
                Symmetric.inverse(sandwich.slope().matrix(options.priors().precisions(options.model())));
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                trace += inverse.get(i, j) * sandwich.spread().information(i, j);
            }
        }
        double deviance = new ResidualMap.Request(sample, target, options, reducer)
                .map(fitted)
                .deviance();
        return new InformationCriterion(deviance, trace, sample.size());
    }

    /** AIC of Akaike, Takeuchi and Ronchetti. */
    public double aic() {
        return deviance + 2 * penalty;
    }

    /** BIC of Schwarz and Machado. */
    public double bic() {
        return deviance + Math.log((double) pairs) * penalty;
    }
}
