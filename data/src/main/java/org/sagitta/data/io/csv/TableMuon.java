package org.sagitta.data.io.csv;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * One muon of a dimuon table.
 *
 * @param momentum [GeV]
 * @param charge +1 or -1
 */
public record TableMuon(Vec3 momentum, int charge) {
    public TableMuon {
        if (charge != 1 && charge != -1) {
            throw new IllegalArgumentException("charge " + charge + ", allowed -1 and 1");
        }
    }

    public double px() {
        return momentum.x();
    }

    public double py() {
        return momentum.y();
    }

    public double pz() {
        return momentum.z();
    }

    /** Transverse momentum [GeV]. */
    public double pt() {
        return momentum.perp();
    }

    /** Transverse curvature 1/pT [1/GeV]. */
    public double k() {
        return 1 / pt();
    }

    public double eta() {
        return momentum.eta();
    }

    /** Azimuth in (-pi, pi]. */
    public double phi() {
        return momentum.phi();
    }

    /** Energy [GeV] from the momentum and the muon mass; the rounded energy of a table would cost accuracy. */
    public double energy() {
        return Math.sqrt(momentum.dot(momentum) + Units.MUON_MASS * Units.MUON_MASS);
    }

    /** The same direction and charge with the momentum times a factor. */
    public TableMuon scaled(double factor) {
        return new TableMuon(momentum.times(factor), charge);
    }
}
