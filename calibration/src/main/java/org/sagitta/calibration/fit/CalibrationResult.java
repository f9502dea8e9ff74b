package org.sagitta.calibration.fit;

import org.sagitta.calibration.model.AemCorrection;

/**
 * What a calibration found.
 *
 * @param correction parameters with names, values, sigmas and covariance
 * @param iterations steps until nothing moved, those on a part of the sample included
 * @param eventsUsed pairs with a weight above zero
 */
public record CalibrationResult(AemCorrection correction, int iterations, long eventsUsed) {

    /** chi^2 of all parameters against zero; as many degrees of freedom as there are parameters. */
    public double chi2() {
        return correction.covariance().chi2(correction.values());
    }

    /** chi^2 of all parameters against other values, in the order of the model. */
    public double chi2Against(double... expected) {
        double[] deviation = correction.values();
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] -= expected[i];
        }
        return correction.covariance().chi2(deviation);
    }
}
