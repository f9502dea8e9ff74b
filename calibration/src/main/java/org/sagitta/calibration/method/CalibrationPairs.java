package org.sagitta.calibration.method;

import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.target.MassTarget;

/**
 * What a method may see of one resonance.
 *
 * @param measured pairs to calibrate on
 * @param reference pairs of the ideal world with the same selection, statistically independent of {@code measured}
 * @param target expected mass of a pair in the ideal world
 */
public record CalibrationPairs(DimuonSource measured, DimuonSource reference, MassTarget target) {
    /** Checks that there are pairs. */
    public CalibrationPairs {
        if (measured.size() == 0 || reference.size() == 0) {
            throw new IllegalArgumentException("calibration pairs: " + measured.size() + " measured and "
                    + reference.size() + " of the reference; there must be some of both");
        }
    }
}
