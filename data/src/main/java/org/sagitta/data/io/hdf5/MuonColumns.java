package org.sagitta.data.io.hdf5;

/** The muons of many events as columns, with the names and units of CMS NanoAOD. Immutable. */
public final class MuonColumns {
    private final int[] firstMuon;
    private final double[] pt;
    private final double[] eta;
    private final double[] phi;
    private final int[] charge;

    /** Takes the arrays over; {@code firstMuon} has one entry more than there are events. */
    MuonColumns(int[] firstMuon, double[] pt, double[] eta, double[] phi, int[] charge) {
        this.firstMuon = firstMuon;
        this.pt = pt;
        this.eta = eta;
        this.phi = phi;
        this.charge = charge;
    }

    /** Number of events. */
    public int events() {
        return firstMuon.length - 1;
    }

    /** Index of the first muon of an event. */
    public int firstMuon(int event) {
        return firstMuon[event];
    }

    /** Number of muons of an event. */
    public int muons(int event) {
        return firstMuon[event + 1] - firstMuon[event];
    }

    /** Transverse momentum [GeV], positive. */
    public double pt(int muon) {
        return pt[muon];
    }

    /** Pseudorapidity. */
    public double eta(int muon) {
        return eta[muon];
    }

    /** Azimuth [rad]. */
    public double phi(int muon) {
        return phi[muon];
    }

    /** +1 or -1. */
    public int charge(int muon) {
        return charge[muon];
    }
}
