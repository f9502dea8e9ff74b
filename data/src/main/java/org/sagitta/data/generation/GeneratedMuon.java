package org.sagitta.data.generation;

import org.sagitta.geometry.linear.Vec3;

/**
 * A true muon as it leaves its vertex, after it has radiated.
 *
 * @param charge +1 or -1
 * @param momentum [GeV]
 * @param vertex [mm]
 */
public record GeneratedMuon(int charge, Vec3 momentum, Vec3 vertex) {
    private static final int MUON_PDG_ID = 13;

    /** Transverse momentum [GeV]. */
    public double pt() {
        return momentum.perp();
    }

    /** Transverse curvature 1/pT [1/GeV]: the truth that calibrations are compared with. */
    public double k() {
        return 1 / momentum.perp();
    }

    public double eta() {
        return momentum.eta();
    }

    /** Azimuth at the vertex, in (-pi, pi]. */
    public double phi() {
        return momentum.phi();
    }

    /** Charge over momentum [1/GeV]. */
    public double qOverP() {
        return charge / momentum.norm();
    }

    /** 13 for the negative muon, -13 for the positive one. */
    public int pdgId() {
        return -charge * MUON_PDG_ID;
    }
}
