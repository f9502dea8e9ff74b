package org.sagitta.validation.pipeline;

import java.util.List;
import java.util.Map;
import org.sagitta.calibration.Correction;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.MassPeak;
import org.sagitta.validation.study.ParameterProfile;

/**
 * The figures of a closure run and what else its tables and plots show.
 *
 * @param correction the calibration, with its covariance
 * @param parameters A, e and M against eta, fitted and from the truth
 * @param peaks mass peaks of the samples
 * @param rejected generated pairs that did not become accepted ones, by reason, all samples together
 */
public record ClosureOutcome(
        ClosureResult result,
        Correction correction,
        List<ParameterProfile> parameters,
        List<MassPeak> peaks,
        Map<String, Long> rejected) {
    public ClosureOutcome {
        parameters = List.copyOf(parameters);
        peaks = List.copyOf(peaks);
    }
}
