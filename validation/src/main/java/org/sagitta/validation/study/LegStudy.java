package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;

/**
 * The curvature scale k'/k_true - 1 of single legs in bins of eta, charge-even (mean of both charges) and charge-odd
 * (half the difference), from the truth.
 *
 * <p>Only legs whose true pT is at least {@value #PT_MARGIN} times the acceptance cut are counted: near the cut, which
 * is on the measured pT, a leg is more likely to be there when its curvature fluctuated down.
 */
public final class LegStudy {
    static final double PT_MARGIN = 1.1;

    private final PairStore sample;
    private final Correction correction;
    private final double trueKMax;

    /** @param ptMinGev the acceptance cut on the measured pT [GeV] */
    public LegStudy(PairStore sample, Correction correction, double ptMinGev) {
        this.sample = sample;
        this.correction = correction;
        this.trueKMax = 1 / (PT_MARGIN * ptMinGev);
    }

    public LegClosure closure() {
        List<BiasSums> plus = empty();
        List<BiasSums> minus = empty();
        sample.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                Dimuon pair = block.measured().get(i);
                add(plus, pair.plus(), block.truth(i).kPlus());
                add(minus, pair.minus(), block.truth(i).kMinus());
            }
        });
        return new LegClosure(
                bins(b -> BiasSums.combine(plus.get(b), 1, minus.get(b), low(b), high(b))),
                bins(b -> BiasSums.combine(plus.get(b), -1, minus.get(b), low(b), high(b))));
    }

    private void add(List<BiasSums> sums, Muon leg, double trueK) {
        int bin = Binning.LEG_ETA.indexOf(leg.eta());
        if (bin >= 0 && trueK < trueKMax) {
            LegResponse response = LegResponse.of(leg, correction);
            sums.get(bin).add(leg.k() / trueK, response.corrected() / trueK, response.gradient());
        }
    }

    private List<BiasSums> empty() {
        List<BiasSums> sums = new ArrayList<>();
        for (int b = 0; b < Binning.LEG_ETA.bins(); b++) {
            sums.add(new BiasSums(correction.covariance()));
        }
        return sums;
    }

    private static double low(int bin) {
        return Binning.LEG_ETA.lowEdge(bin);
    }

    private static double high(int bin) {
        return Binning.LEG_ETA.highEdge(bin);
    }

    private static List<BiasBin> bins(IntFunction<BiasBin> make) {
        return IntStream.range(0, Binning.LEG_ETA.bins()).mapToObj(make).toList();
    }
}
