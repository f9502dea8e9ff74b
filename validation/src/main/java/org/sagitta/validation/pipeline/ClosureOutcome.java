package org.sagitta.validation.pipeline;

import java.util.List;
import org.sagitta.validation.study.ClosureResult;
import org.sagitta.validation.study.MassPeak;
import org.sagitta.validation.study.ParameterProfile;

/**
 * The figures of a closure run and what else its plots show.
 *
 * @param parameters A, e and M against eta, fitted and from the truth
 * @param peaks mass peaks of the samples
 */
public record ClosureOutcome(ClosureResult result, List<ParameterProfile> parameters, List<MassPeak> peaks) {
    public ClosureOutcome {
        parameters = List.copyOf(parameters);
        peaks = List.copyOf(peaks);
    }
}
