package org.sagitta.calibration.peak;

import org.sagitta.geometry.linear.Vec3;

/**
 * What the peak fit needs of one muon.
 *
 * @param absEta |pseudorapidity|
 * @param pt transverse momentum [GeV]
 * @param weight d ln m / d ln p of the pair with respect to this leg's momentum at fixed direction; close to 1/2
 */
public record PeakLeg(double absEta, double pt, double weight) {
    static PeakLeg of(Vec3 momentum, double weight) {
        return new PeakLeg(Math.abs(momentum.eta()), momentum.perp(), weight);
    }
}
