package org.sagitta.validation.pipeline;

import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.fit.ParameterUpdate;
import org.sagitta.calibration.fit.ReferencedCalibration;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.target.TabulatedTarget;

/**
 * M improved on the Z: a fit of M alone to the masses of Z that the calibration on J/psi has corrected, put together with
 * that calibration. The Z says nothing about A and e.
 *
 * <p>The M that the ideal Z seem to have is zero but for their noise: with the charges of all muons exchanged they would be the same
 * sample. Where noise is what limits, and the events are the same in both worlds, it may be subtracted.
 */
final class ZMisalignment {
    /**
     * Added in quadrature to sigma_m / m: half the width of the Z, 1.25 GeV of 91.19, so that its line counts as
     * resolution.
     */
    private static final double RELATIVE_HALF_WIDTH = 0.0137;

    /** So many times as many Z as there are decide alone. */
    private static final double MANY = 1e6;

    private final ExecutorService executor;

    ZMisalignment(ExecutorService executor) {
        this.executor = executor;
    }

    /**
     * The calibration with the better M, as an experiment can have it.
     *
     * @param jpsi calibration on J/psi
     * @param measured Z of the scenario
     * @param ideal Z of the ideal partner, which give the target
     */
    Correction improve(Correction jpsi, DimuonSource measured, DimuonSource ideal) {
        AemCorrection residual =
                fit(jpsi).calibrate(jpsi.correcting(measured), target(ideal)).correction();
        return updated(jpsi, residual);
    }

    /**
     * The calibration that very many Z would give, which alone decide on M: from the same events in both worlds, the M that the ideal
     * ones seem to have subtracted.
     */
    Correction ofManyZ(Correction jpsi, DimuonSource measured, DimuonSource ideal) {
        AemCorrection residual = new ReferencedCalibration(fit(jpsi))
                .calibrate(jpsi.correcting(measured), ideal, target(ideal))
                .correction();
        double[] sigmas = new double[residual.model().size()];
        Arrays.setAll(sigmas, i -> residual.sigma(i) / Math.sqrt(MANY));
        return updated(jpsi, new AemCorrection(residual.model(), residual.values(), Covariance.ofSigmas(sigmas)));
    }

    private IterativeCalibration fit(Correction jpsi) {
        AemModel model =
                AemModel.of(FieldShape.NONE, LossShape.NONE, jpsi.aem().model().misalignment());
        FitOptions options = FitOptions.standard(model).withSigmaFloor(RELATIVE_HALF_WIDTH);
        return new IterativeCalibration(options, BlockReducer.on(executor));
    }

    private static TabulatedTarget target(DimuonSource ideal) {
        return TabulatedTarget.of(ideal, TabulatedTarget.Options.STANDARD.withSigmaFloor(RELATIVE_HALF_WIDTH));
    }

    private static Correction updated(Correction jpsi, AemCorrection residual) {
        return Correction.of(jpsi.fieldRatio(), ParameterUpdate.of(jpsi.aem(), residual));
    }
}
