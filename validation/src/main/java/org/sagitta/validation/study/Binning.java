package org.sagitta.validation.study;

/** Equal bins over [low, high); numbers outside belong to no bin. */
record Binning(int bins, double low, double high) {
    /** For legs: 12 bins of pseudorapidity, 0.4 wide, like the energy-loss bins of the standard model. */
    static final Binning LEG_ETA = new Binning(12, -2.4, 2.4);

    /** For pairs: the same bins, for the positive muon. */
    static final Binning PAIR_ETA = LEG_ETA;

    /** For pairs: 6 bins of azimuth [rad]. */
    static final Binning PAIR_PHI = new Binning(6, -Math.PI, Math.PI);

    /** Number of the bin that holds x, or -1. */
    int indexOf(double x) {
        int i = (int) Math.floor((x - low) / (high - low) * bins);
        return i >= 0 && i < bins ? i : -1;
    }

    double lowEdge(int bin) {
        return low + (high - low) * bin / bins;
    }

    double highEdge(int bin) {
        return lowEdge(bin + 1);
    }
}
