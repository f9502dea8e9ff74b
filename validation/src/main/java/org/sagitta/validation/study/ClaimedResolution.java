package org.sagitta.validation.study;

import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;

/** Collects what fitted muons claim of their own errors, in cells of |eta| and log pT, for a {@link ResolutionTable}. */
public final class ClaimedResolution implements TrackStudy<ClaimedResolution> {
    /** The range that the muons of a table should cover [GeV]. */
    public static final double PT_MIN = 2.5;

    /** See {@link #PT_MIN}. */
    public static final double PT_MAX = 160;

    /** See {@link #PT_MIN}. */
    public static final double ABS_ETA_MAX = 2.45;

    static final int ETA_CELLS = 12;
    static final int PT_CELLS = 10;

    private static final int QUANTITIES = 3;

    private final double[][] variances = new double[QUANTITIES][ETA_CELLS * PT_CELLS];
    private final long[] counts = new long[ETA_CELLS * PT_CELLS];
    private final long[] seen = new long[1];

    @Override
    public void addFitted(double eta, double pt, PerigeeState fitted, LocalVector truth, double chi2, int ndof) {
        seen[0]++;
        double relative = fitted.sigmaK() / fitted.k();
        double sinTheta = Math.sin(fitted.theta());
        double sigmaEta = fitted.covariance().sigma(Param.THETA) / sinTheta;
        double sigmaPhi = fitted.covariance().sigma(Param.PHI);
        if (Double.isFinite(relative + sigmaEta + sigmaPhi)) {
            int cell = PT_CELLS * (int) clamped(etaPlace(eta) + 0.5, ETA_CELLS)
                    + (int) clamped(ptPlace(pt) + 0.5, PT_CELLS);
            counts[cell]++;
            variances[ResolutionTable.CURVATURE][cell] += relative * relative;
            variances[ResolutionTable.PHI][cell] += sigmaPhi * sigmaPhi;
            variances[ResolutionTable.ETA][cell] += sigmaEta * sigmaEta;
        }
    }

    static double clamped(double place, int cells) {
        return Math.max(0, Math.min(place, cells - 1));
    }

    /** Place in units of cells; n is the centre of cell n. */
    static double etaPlace(double eta) {
        return Math.abs(eta) / ABS_ETA_MAX * ETA_CELLS - 0.5;
    }

    static double ptPlace(double pt) {
        return Math.log(pt / PT_MIN) / Math.log(PT_MAX / PT_MIN) * PT_CELLS - 0.5;
    }

    @Override
    public void addFailure(double eta, double pt, String reason) {
        seen[0]++;
    }

    @Override
    public void addOther(String fitStatus) {
        seen[0]++;
    }

    @Override
    public void merge(ClaimedResolution later) {
        seen[0] += later.seen[0];
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] += later.counts[cell];
            for (int q = 0; q < variances.length; q++) {
                variances[q][cell] += later.variances[q][cell];
            }
        }
    }

    @Override
    public long muons() {
        return seen[0];
    }

    /**
     * The table.
     *
     * @throws IllegalStateException if a cell is empty
     */
    public ResolutionTable table() {
        double[][] logVariances = new double[QUANTITIES][counts.length];
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] == 0) {
                throw new IllegalStateException("claimed resolution: no muon in cell " + cell / PT_CELLS + " of |eta|, "
                        + cell % PT_CELLS + " of pT; more muons are needed");
            }
            for (int q = 0; q < QUANTITIES; q++) {
                logVariances[q][cell] = Math.log(variances[q][cell] / counts[cell]);
            }
        }
        return new ResolutionTable(logVariances);
    }
}
