package org.sagitta.validation.study;

/**
 * Eight equal bins of eta, six bins of pT that are equal in its logarithm.
 *
 * @param absEtaMax upper end of the bins of eta; the lower one is its negative
 * @param ptMin lower end of the bins of pT [GeV]
 * @param ptMax upper end [GeV]
 */
public record PullBinning(double absEtaMax, double ptMin, double ptMax) {
    public static final int ETA_BINS = 8;
    public static final int PT_BINS = 6;

    /** Number of bins; pT runs fastest. */
    static final int BINS = ETA_BINS * PT_BINS;

    public PullBinning {
        if (!(absEtaMax > 0) || !(ptMin > 0) || !(ptMax > ptMin) || !Double.isFinite(absEtaMax + ptMax)) {
            throw new IllegalArgumentException("bins over |eta| < " + absEtaMax + ", pT from " + ptMin + " to " + ptMax
                    + " GeV; allowed are positive numbers in rising order");
        }
    }

    private Binning eta() {
        return new Binning(ETA_BINS, -absEtaMax, absEtaMax);
    }

    private Binning logPt() {
        return new Binning(PT_BINS, Math.log(ptMin), Math.log(ptMax));
    }

    /** The bin of a muon, or -1. */
    int indexOf(double eta, double pt) {
        int inEta = eta().indexOf(eta);
        int inPt = logPt().indexOf(Math.log(pt));
        return inEta < 0 || inPt < 0 ? -1 : inEta * PT_BINS + inPt;
    }

    double etaEdge(int n) {
        return eta().lowEdge(n);
    }

    /** Edge n of the bins of pT [GeV]. */
    double ptEdge(int n) {
        return ptMin * Math.pow(ptMax / ptMin, (double) n / PT_BINS);
    }
}
