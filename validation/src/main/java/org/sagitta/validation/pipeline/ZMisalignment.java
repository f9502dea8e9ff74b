package org.sagitta.validation.pipeline;

import java.util.concurrent.ExecutorService;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.BlockReducer;
import org.sagitta.calibration.fit.FitOptions;
import org.sagitta.calibration.fit.IterativeCalibration;
import org.sagitta.calibration.fit.ParameterUpdate;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.FieldShape;
import org.sagitta.calibration.model.LossShape;
import org.sagitta.calibration.target.TabulatedTarget;

/**
 * M improved on the Z: a fit of M alone to the masses of Z that the calibration on J/psi has corrected, put together with
 * that calibration. The Z says nothing about A and e.
 *
 * <p>The fit of the ideal Z is not subtracted: with the charges of all muons exchanged they are the same sample, so that
 * their M is zero but for their noise, which is that of the same events.
 */
final class ZMisalignment {
    /**
     * Added in quadrature to sigma_m / m: half the width of the Z, 1.25 GeV of 91.19, so that its line counts as
     * resolution.
     */
    private static final double RELATIVE_HALF_WIDTH = 0.0137;

    private final ExecutorService executor;

    ZMisalignment(ExecutorService executor) {
        this.executor = executor;
    }

    /**
     * The calibration with the better M.
     *
     * @param jpsi calibration on J/psi
     * @param measured Z of the scenario
     * @param ideal Z of the ideal partner, which give the target
     */
    Correction improve(Correction jpsi, DimuonSource measured, DimuonSource ideal) {
        AemModel model =
                AemModel.of(FieldShape.NONE, LossShape.NONE, jpsi.aem().model().misalignment());
        FitOptions options = FitOptions.standard(model).withSigmaFloor(RELATIVE_HALF_WIDTH);
        TabulatedTarget target =
                TabulatedTarget.of(ideal, TabulatedTarget.Options.STANDARD.withSigmaFloor(RELATIVE_HALF_WIDTH));
        AemCorrection residual = new IterativeCalibration(options, BlockReducer.on(executor))
                .calibrate(jpsi.correcting(measured), target)
                .correction();
        return Correction.of(jpsi.fieldRatio(), ParameterUpdate.of(jpsi.aem(), residual));
    }
}
