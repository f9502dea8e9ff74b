package org.sagitta.calibration.dimuon;

import org.sagitta.geometry.units.Units;

/**
 * A muon at its production vertex.
 *
 * @param k curvature 1/pT [1/GeV], positive
 * @param eta pseudorapidity
 * @param phi azimuth of the momentum [rad], any turn
 */
public record Muon(double k, double eta, double phi, Charge charge) {

    /** @throws IllegalArgumentException if k is not positive and finite, or an angle not finite */
    public Muon {
        if (!(k > 0) || !Double.isFinite(k) || !Double.isFinite(eta) || !Double.isFinite(phi)) {
            throw new IllegalArgumentException("muon: k = " + k + " 1/GeV, eta = " + eta + ", phi = " + phi
                    + "; k must be positive and all must be finite");
        }
    }

    /** A muon of transverse momentum {@code pt} [GeV]. */
    public static Muon ofPt(double pt, double eta, double phi, Charge charge) {
        return new Muon(1 / pt, eta, phi, charge);
    }

    /** Transverse momentum 1/k [GeV]. */
    public double pt() {
        return 1 / k;
    }

    /** Longitudinal momentum pT sinh(eta) [GeV]. */
    public double pz() {
        return Math.sinh(eta) / k;
    }

    /** Energy sqrt(p^2 + m_mu^2) [GeV]. */
    public double energy() {
        double p = Math.cosh(eta) / k;
        return Math.sqrt(p * p + Units.MUON_MASS * Units.MUON_MASS);
    }

    /**
     * The same muon with another curvature. A curvature below zero means that the track bends the other way: it becomes
     * the opposite charge with |k|.
     *
     * @param corrected curvature [1/GeV] times the sign of this muon's charge, not zero
     */
    public Muon withK(double corrected) {
        return corrected < 0
                ? new Muon(-corrected, eta, phi, charge.opposite())
                : new Muon(corrected, eta, phi, charge);
    }
}
