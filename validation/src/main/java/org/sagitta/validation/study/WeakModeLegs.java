package org.sagitta.validation.study;

/**
 * How single muons of one bin of eta answer to a weak mode: k_measured - k_before = a k - e k^2 + q m. These are offsets of the
 * measurement; parameters of the calibration have the opposite sign.
 *
 * @param muons in the bin
 * @param a relative
 * @param e [GeV]
 * @param m [1/GeV]
 * @param d0 shift of d0 [um]
 * @param z0 shift of z0 [um]
 * @param predictedA closed form of a
 * @param predictedM closed form of m [1/GeV]
 * @param predictedZ0 closed form of the shift of z0 [um]
 * @param chi2 mean growth of the track chi2
 * @param ndof mean degrees of freedom
 */
public record WeakModeLegs(
        double etaLow,
        double etaHigh,
        long muons,
        Harmonics a,
        Harmonics e,
        Harmonics m,
        Harmonics d0,
        Harmonics z0,
        Harmonics predictedA,
        Harmonics predictedM,
        Harmonics predictedZ0,
        double chi2,
        double ndof) {}
