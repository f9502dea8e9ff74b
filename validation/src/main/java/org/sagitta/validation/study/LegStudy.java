package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.validation.study.SamplePair.Partner;

/**
 * The curvature scale k'/k_true - 1 of single legs in bins of eta, charge-even (mean of both charges) and charge-odd
 * (half the difference), from the truth. Where the ideal partner has the same events, its scale is subtracted, and with it
 * most of the noise; otherwise the scale is that against the truth itself.
 *
 * <p>Legs are chosen by their true pT. Near the cut of the acceptance, which is on the measured pT, a leg is more likely
 * to be there when its curvature fluctuated down; so legs are taken from {@value #PT_MARGIN} times the cut.
 */
public final class LegStudy {
    static final double PT_MARGIN = 1.1;

    /** Legs of a Z at rest in the transverse plane, where momentum scales of different kinds are compared [GeV]. */
    private static final double PT_OF_Z_LEG_LOW = 40;

    private static final double PT_OF_Z_LEG_HIGH = 50;

    private final SamplePair samples;
    private final Function<Muon, LegResponse> corrected;
    private final Covariance covariance;
    private final double trueKMin;
    private final double trueKMax;

    private LegStudy(
            SamplePair samples,
            Function<Muon, LegResponse> corrected,
            Covariance covariance,
            double ptLowGev,
            double ptHighGev) {
        this.samples = samples;
        this.corrected = corrected;
        this.covariance = covariance;
        this.trueKMin = 1 / ptHighGev;
        this.trueKMax = 1 / ptLowGev;
    }

    /**
     * All legs that are clear of the acceptance.
     *
     * @param ptMinGev the acceptance cut on the measured pT [GeV]
     */
    public static LegStudy ofAll(SamplePair samples, Correction correction, double ptMinGev) {
        return new LegStudy(
                samples,
                leg -> LegResponse.of(leg, correction),
                correction.covariance(),
                PT_MARGIN * ptMinGev,
                Double.POSITIVE_INFINITY);
    }

    /** Legs of 40 to 50 GeV of true pT, whose mean curvature is that of 45 GeV. */
    public static LegStudy at45Gev(SamplePair samples, Correction correction) {
        return at45Gev(samples, leg -> LegResponse.of(leg, correction), correction.covariance());
    }

    /**
     * The same for a correction of any kind.
     *
     * @param corrected the corrected curvature of a leg and its gradient in the parameters
     * @param covariance of these parameters
     */
    static LegStudy at45Gev(SamplePair samples, Function<Muon, LegResponse> corrected, Covariance covariance) {
        return new LegStudy(samples, corrected, covariance, PT_OF_Z_LEG_LOW, PT_OF_Z_LEG_HIGH);
    }

    public LegClosure closure() {
        Sums sums = new Sums();
        samples.visit(sums);
        return new LegClosure(sums.combined(1), sums.combined(-1));
    }

    private final class Sums implements SamplePair.Visitor {
        private final List<BiasSums> plus = empty();
        private final List<BiasSums> minus = empty();

        @Override
        public void scenario(PairSample block, int i) {
            add(plus, block.measured().get(i).plus(), block.truth(i).kPlus());
            add(minus, block.measured().get(i).minus(), block.truth(i).kMinus());
        }

        private void add(List<BiasSums> sums, Muon leg, double trueK) {
            int bin = bin(leg, trueK);
            if (bin >= 0) {
                LegResponse response = corrected.apply(leg);
                sums.get(bin).add(leg.k() / trueK, response.corrected() / trueK, response.gradient());
            }
        }

        @Override
        public void ideal(PairSample block, int i) {
            if (samples.partner() == Partner.SAME_EVENTS) {
                addIdeal(plus, block.measured().get(i).plus(), block.truth(i).kPlus());
                addIdeal(minus, block.measured().get(i).minus(), block.truth(i).kMinus());
            }
        }

        private void addIdeal(List<BiasSums> sums, Muon leg, double trueK) {
            int bin = bin(leg, trueK);
            if (bin >= 0) {
                sums.get(bin).addIdeal(leg.k() / trueK);
            }
        }

        @Override
        public void both(PairSample block, int i, PairSample ideal, int j) {
            TruthPair truth = block.truth(i);
            addCommon(
                    plus,
                    block.measured().get(i).plus(),
                    ideal.measured().get(j).plus(),
                    truth.kPlus());
            addCommon(
                    minus,
                    block.measured().get(i).minus(),
                    ideal.measured().get(j).minus(),
                    truth.kMinus());
        }

        private void addCommon(List<BiasSums> sums, Muon leg, Muon ideal, double trueK) {
            int bin = bin(leg, trueK);
            if (bin >= 0 && bin == bin(ideal, trueK)) {
                sums.get(bin).addCommon(corrected.apply(leg).corrected() / trueK, ideal.k() / trueK);
            }
        }

        private int bin(Muon leg, double trueK) {
            return trueK > trueKMin && trueK < trueKMax ? Binning.LEG_ETA.indexOf(leg.eta()) : -1;
        }

        List<BiasBin> combined(int sign) {
            return IntStream.range(0, Binning.LEG_ETA.bins())
                    .mapToObj(b -> BiasSums.combine(
                            plus.get(b), sign, minus.get(b), Binning.LEG_ETA.lowEdge(b), Binning.LEG_ETA.highEdge(b)))
                    .toList();
        }
    }

    private List<BiasSums> empty() {
        List<BiasSums> sums = new ArrayList<>();
        for (int b = 0; b < Binning.LEG_ETA.bins(); b++) {
            sums.add(new BiasSums(covariance));
        }
        return sums;
    }
}
