package org.sagitta.data.sample;

/**
 * A fitted muon at its closest approach to the beam line, as samples keep it.
 *
 * @param charge +1 or -1, as fitted
 * @param k transverse curvature 1/pT [1/GeV], above 0
 * @param kError its standard deviation [1/GeV]
 * @param phi azimuth at the closest approach [rad]
 * @param dxy signed transverse distance from the beam line [mm]
 * @param dz z at the closest approach [mm]
 */
public record ReconstructedMuon(int charge, double k, double kError, double eta, double phi, double dxy, double dz) {
    /** Transverse momentum [GeV]. */
    public double pt() {
        return 1 / k;
    }

    /** Standard deviation of the transverse momentum [GeV], to first order. */
    public double ptError() {
        return kError / (k * k);
    }
}
