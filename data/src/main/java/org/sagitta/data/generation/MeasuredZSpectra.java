package org.sagitta.data.generation;

/**
 * Spectra of Z/gamma* of 60 to 120 GeV in proton collisions at 7 TeV, measured by the CMS experiment: Phys. Rev. D 85
 * (2012) 032002, arXiv:1110.4973, 36 / pb of 2010. The numbers were read in the reference data of the Rivet analysis
 * CMS_2012_I941555, as the copy of Rivet in alisw/rivet-hi has them, not in the paper itself; so were their phase
 * space and that they are corrected for photons radiated by the leptons.
 *
 * <ul>
 *   <li>pT: decays to muons (d02-x01-y01), uncertainty 3 to 7 % below 70 GeV, up to 44 % above 190 GeV. Measured for
 *       muons of pT above 20 GeV and |eta| below 2.1, not extrapolated; it is used here as the spectrum of all Z, see
 *       {@code docs/scenarios.md} for what this costs;
 *   <li>|y|: muons and, alone beyond 2, electrons together (d01-x01-y03), extrapolated to all leptons; uncertainty 3 % at
 *       0, 6 % at 2, 19 % at 2.5, more than half at 3.5, and neighbouring bins scatter accordingly. The table adds up to
 *       0.983 and is normalised here. There are no Z beyond 3.5.
 * </ul>
 */
final class MeasuredZSpectra {
    /** [GeV] */
    private static final double[] PT_EDGES = {
        0, 2.5, 5, 7.5, 10, 12.5, 15, 17.5, 20, 30, 40, 50, 70, 90, 110, 150, 190, 250, 600
    };

    /** 1/sigma dsigma/dpT [1/GeV] */
    private static final double[] PT_DENSITIES = {
        3.21e-2, 5.89e-2, 5.51e-2, 3.90e-2, 3.49e-2, 2.74e-2, 2.23e-2, 1.68e-2, 1.14e-2, 6.32e-3, 3.53e-3, 1.74e-3,
        7.76e-4, 4.87e-4, 1.79e-4, 7.10e-5, 1.17e-5, 2.24e-6
    };

    private static final double RAPIDITY_BIN = 0.1;

    /** 1/sigma dsigma/d|y| */
    private static final double[] RAPIDITY_DENSITIES = {
        0.337, 0.335, 0.341, 0.346, 0.354, 0.346, 0.328, 0.347, 0.347, 0.332, 0.329, 0.334, 0.325, 0.341, 0.319, 0.330,
        0.299, 0.331, 0.308, 0.328, 0.294, 0.298, 0.290, 0.278, 0.199, 0.249, 0.241, 0.256, 0.221, 0.165, 0.183, 0.228,
        0.078, 0.105, 0.089
    };

    private MeasuredZSpectra() {}

    /** [GeV] */
    static BinnedSpectrum pt() {
        return new BinnedSpectrum(PT_EDGES, PT_DENSITIES, BinnedSpectrum.Start.ZERO);
    }

    static BinnedSpectrum absoluteRapidity() {
        double[] edges = new double[RAPIDITY_DENSITIES.length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = i * RAPIDITY_BIN;
        }
        return new BinnedSpectrum(edges, RAPIDITY_DENSITIES, BinnedSpectrum.Start.LEVEL);
    }
}
