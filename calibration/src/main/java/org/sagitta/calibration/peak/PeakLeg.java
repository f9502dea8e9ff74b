package org.sagitta.calibration.peak;

import org.sagitta.calibration.dimuon.Charge;

/**
 * What the peak fit needs of one muon.
 *
 * @param eta pseudorapidity
 * @param pt transverse momentum [GeV]
 * @param charge its sign
 * @param weight -d ln m / d ln k of the pair with respect to this leg's curvature at fixed direction; close to 1/2
 */
public record PeakLeg(double eta, double pt, Charge charge, double weight) {
    /** |pseudorapidity|. */
    public double absEta() {
        return Math.abs(eta);
    }

    PeakLeg scaled(double factor) {
        return new PeakLeg(eta, factor * pt, charge, weight);
    }
}
