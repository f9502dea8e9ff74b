package org.sagitta.calibration.peak;

/**
 * What the peak fit needs of one muon.
 *
 * @param absEta |pseudorapidity|
 * @param pt transverse momentum [GeV]
 * @param weight -d ln m / d ln k of the pair with respect to this leg's curvature at fixed direction; close to 1/2
 */
public record PeakLeg(double absEta, double pt, double weight) {}
