package org.sagitta.calibration.method;

import java.util.Set;
import org.sagitta.calibration.model.CurvatureCorrection;

/** One way to calibrate muon momenta from the pairs of resonances. Implementations are immutable. */
public interface CalibrationMethod {

    /** Short name, lower case with hyphens. */
    String name();

    /** One line: what it does and whose it is. */
    String description();

    /** The resonances it calibrates on; {@link #calibrate} needs all of them. */
    Set<Channel> calibratesOn();

    /**
     * Calibrates, in the calling thread.
     *
     * @return k, eta, phi, q of a measured muon in, corrected k out
     * @throws IllegalArgumentException if a resonance of {@link #calibratesOn} is missing
     * @throws org.sagitta.calibration.fit.NotConvergedException if it does not settle
     */
    CurvatureCorrection calibrate(MethodInput input);
}
