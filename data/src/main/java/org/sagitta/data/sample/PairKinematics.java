package org.sagitta.data.sample;

import org.sagitta.geometry.units.Units;

/**
 * Sum of two muons.
 *
 * @param pt transverse momentum [GeV]
 * @param phi azimuth [rad], in (-pi, pi]
 */
record PairKinematics(double pt, double rapidity, double phi) {
    static PairKinematics of(ReconstructedMuon a, ReconstructedMuon b) {
        double px = a.pt() * Math.cos(a.phi()) + b.pt() * Math.cos(b.phi());
        double py = a.pt() * Math.sin(a.phi()) + b.pt() * Math.sin(b.phi());
        double pz = pz(a) + pz(b);
        double e = energy(a) + energy(b);
        return new PairKinematics(Math.hypot(px, py), 0.5 * Math.log((e + pz) / (e - pz)), Math.atan2(py, px));
    }

    private static double pz(ReconstructedMuon muon) {
        return muon.pt() * Math.sinh(muon.eta());
    }

    private static double energy(ReconstructedMuon muon) {
        double p = muon.pt() * Math.cosh(muon.eta());
        return Math.sqrt(p * p + Units.MUON_MASS * Units.MUON_MASS);
    }
}
