package org.sagitta.validation.study;

import java.util.List;
import org.sagitta.calibration.peak.PeakFit;
import org.sagitta.calibration.peak.PeakFitFailure;
import org.sagitta.calibration.peak.PeakFitResult;
import org.sagitta.calibration.peak.PeakFitter;
import org.sagitta.calibration.peak.PeakModel;
import org.sagitta.calibration.peak.PeakPair;
import org.sagitta.geometry.input.BadInputException;

/** Fits that a user's file must allow. */
final class RealDataFits {
    private RealDataFits() {}

    /**
     * The fit of a peak.
     *
     * @throws BadInputException (data), naming the file, if it does not succeed
     */
    static PeakFit fit(RealDataCalibrationInput input, String what, PeakModel model, List<PeakPair> pairs) {
        PeakFitResult result = new PeakFitter(model).fit(pairs);
        if (result instanceof PeakFit fit) {
            return fit;
        }
        PeakFitFailure failure = (PeakFitFailure) result;
        String reason = switch (failure.reason()) {
            case TOO_FEW_PAIRS -> "too few pairs";
            case NOT_CONVERGED -> "it did not converge";
            case HESSIAN_NOT_POSITIVE -> "the data do not determine it";
        };
        throw BadInputException.data(
                input.name() + ": no fit of the " + what + " peak, " + reason + " (" + failure.detail() + ")");
    }
}
