package org.sagitta.calibration.method;

import java.util.Set;

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
     * @return the correction, k, eta, phi, q of a measured muon in, corrected k out; and whether it has settled
     * @throws IllegalArgumentException if a resonance of {@link #calibratesOn} is missing
     * @throws org.sagitta.calibration.fit.NotConvergedException if there is no correction, because a fit did not
     *     settle
     */
    MethodCorrection calibrate(MethodInput input);
}
