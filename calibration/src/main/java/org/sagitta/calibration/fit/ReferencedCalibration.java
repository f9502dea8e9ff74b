package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.target.MassTarget;

/**
 * The calibration against the ideal world. The same estimator with the same target runs on the sample to calibrate and on
 * a sample in which the track fit knows everything, and the second result is subtracted:
 *
 * <pre>   p = p_scenario - p_ideal,   C = C_scenario + C_ideal</pre>
 *
 * <p>Why: write each fit as p_fit = p_true + b + n - L dt. b is the bias of the method (radiation tail, windows,
 * resolution, selection, the correlation of sigma_m with the mass that was measured, the steps of the target), n the
 * statistical noise of the sample, dt the error of the target and L the fit's response to it. In the ideal world p_true
 * is zero. Both worlds share b and L dt to first order, because they differ by little, so that
 *
 * <pre>   p = p_true + n_scenario - n_ideal.</pre>
 *
 * <p>Hence the statistical error of the target table is common to both fits and cancels, whether or not the table was
 * filled from the same ideal sample, and C counts the noise of both samples and nothing else. The two samples must be
 * statistically independent of each other. The pairs of the ideal sample may be twins ({@link
 * org.sagitta.calibration.dimuon.DimuonSample}), whose noise cancels but for radiation and second order, so that far fewer do.
 */
public final class ReferencedCalibration {
    private final Calibrator calibration;

    /** A calibration that runs this one twice. */
    public ReferencedCalibration(Calibrator calibration) {
        this.calibration = calibration;
    }

    /**
     * Calibrates a sample against the ideal world.
     *
     * @param scenario pairs to calibrate, with their field pre-correction if there is one
     * @param ideal pairs of the ideal world with the same selection
     * @param target expected mass of pairs in the ideal world, usually a table of {@code ideal}
     * @throws NotConvergedException if one of the two fits does not settle
     */
    public Result calibrate(DimuonSource scenario, DimuonSource ideal, MassTarget target) {
        return difference(calibration.calibrate(scenario, target), calibration.calibrate(ideal, target));
    }

    private static Result difference(CalibrationResult scenario, CalibrationResult ideal) {
        AemCorrection a = scenario.correction();
        AemCorrection b = ideal.correction();
        double[] values = a.values();
        for (int i = 0; i < values.length; i++) {
            values[i] -= b.value(i);
        }
        AemCorrection correction =
                new AemCorrection(a.model(), values, a.covariance().plus(b.covariance()));
        int iterations = Math.max(scenario.iterations(), ideal.iterations());
        return new Result(new CalibrationResult(correction, iterations, scenario.eventsUsed()), scenario, ideal);
    }

    /**
     * The difference, which is the calibration, and the two fits behind it.
     *
     * @param difference p_scenario - p_ideal; the larger number of iterations, the events of the scenario
     */
    public record Result(CalibrationResult difference, CalibrationResult scenario, CalibrationResult ideal) {
        /** The calibration: the correction of the difference. */
        public AemCorrection correction() {
            return difference.correction();
        }
    }
}
