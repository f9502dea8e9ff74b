package org.sagitta.validation.study;

import org.sagitta.calibration.dimuon.Muon;

/**
 * What fitted muons claim of their own errors: standard deviations of k / k_true, of the azimuth and of eta, as a table in
 * |eta| and log pT. In a cell it is the root of the mean variance; between the centres of cells the logarithm of the
 * variance is bilinear in |eta| and log pT, and beyond the outer centres it stays. It turns true muons into measured ones
 * without a track, for studies that need more pairs than can be simulated. Correlations of the three are left out.
 * Immutable.
 */
public final class ResolutionTable {
    static final int CURVATURE = 0;
    static final int PHI = 1;
    static final int ETA = 2;

    private final double[][] logVariances;

    /** @param logVariances one row for each quantity, one entry for each cell; kept */
    ResolutionTable(double[][] logVariances) {
        this.logVariances = logVariances;
    }

    /**
     * Standard deviations for one muon.
     *
     * @param curvature of k / k_true
     * @param phi of the azimuth [rad]
     * @param eta of the pseudorapidity
     */
    public record Sigmas(double curvature, double phi, double eta) {}

    /**
     * The errors of a muon.
     *
     * @param pt [GeV]
     */
    public Sigmas at(double pt, double eta) {
        double x = ClaimedResolution.clamped(ClaimedResolution.etaPlace(eta), ClaimedResolution.ETA_CELLS);
        double y = ClaimedResolution.clamped(ClaimedResolution.ptPlace(pt), ClaimedResolution.PT_CELLS);
        int i = Math.min((int) x, ClaimedResolution.ETA_CELLS - 2);
        int j = Math.min((int) y, ClaimedResolution.PT_CELLS - 2);
        int cell = ClaimedResolution.PT_CELLS * i + j;
        return new Sigmas(
                sigma(logVariances[CURVATURE], cell, x - i, y - j),
                sigma(logVariances[PHI], cell, x - i, y - j),
                sigma(logVariances[ETA], cell, x - i, y - j));
    }

    /** The errors of a measured muon. */
    public Sigmas at(Muon muon) {
        return at(muon.pt(), muon.eta());
    }

    private static double sigma(double[] logs, int cell, double s, double t) {
        int next = cell + ClaimedResolution.PT_CELLS;
        double logVariance =
                (1 - s) * ((1 - t) * logs[cell] + t * logs[cell + 1]) + s * ((1 - t) * logs[next] + t * logs[next + 1]);
        return Math.exp(0.5 * logVariance);
    }
}
