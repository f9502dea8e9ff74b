package org.sagitta.validation.study;

import java.util.List;

/** The cells of |eta| and pT in which effects are shown. */
public final class EffectBinning {
    /** Edges in |eta|. */
    public static final List<Double> ABS_ETA = List.of(0.0, 0.4, 0.8, 1.2, 1.6, 2.0, 2.4);

    /** Edges in pT [GeV]. */
    public static final List<Double> PT = List.of(2.0, 5.0, 15.0, 50.0, 200.0);

    private EffectBinning() {}

    static int cells() {
        return (ABS_ETA.size() - 1) * (PT.size() - 1);
    }

    /** The cell of a muon, pT running fastest, or -1. */
    static int indexOf(double eta, double pt) {
        int inEta = place(ABS_ETA, Math.abs(eta));
        int inPt = place(PT, pt);
        return inEta < 0 || inPt < 0 ? -1 : inEta * (PT.size() - 1) + inPt;
    }

    private static int place(List<Double> edges, double x) {
        for (int i = 0; i + 1 < edges.size(); i++) {
            if (x >= edges.get(i) && x < edges.get(i + 1)) {
                return i;
            }
        }
        return -1;
    }
}
