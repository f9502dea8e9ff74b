package org.sagitta.validation.study;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.Correction;

/**
 * The mass scale of a sample, before and after a correction, against the same sample in the ideal world.
 *
 * <p>The figure of merit of a pair is r = m / m_gen, measured mass over the mass of its own two muons after radiation, so
 * that neither the natural width nor the radiation adds to the statistical error. Its mean in the ideal world is the
 * target: it contains what resolution and selection do to a mass in a perfect laboratory. The bias of a set of pairs is
 *
 * <pre>   mean(r) / mean(r_ideal) - 1   =   m / m_target - 1</pre>
 *
 * and its statistical error has three parts, added in quadrature: mean of r, mean of r_ideal, and the parameters of the
 * correction, g^T C g with g the mean of d ln m / dp. Where the sample under test is the one calibrated on (the J/psi),
 * the first and the third are not independent and the error is an upper bound.
 */
public final class MassStudy {
    private final PairStore sample;
    private final PairStore ideal;
    private final Correction correction;

    public MassStudy(PairStore sample, PairStore ideal, Correction correction) {
        this.sample = sample;
        this.ideal = ideal;
        this.correction = correction;
    }

    /** Inclusive, in bins of eta and in bins of phi of the positive muon. */
    public MassClosure closure() {
        BiasSums all = new BiasSums(correction.covariance());
        Bins eta = new Bins(Binning.PAIR_ETA);
        Bins phi = new Bins(Binning.PAIR_PHI);
        sample.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                MassResponse r =
                        MassResponse.of(block.measured().get(i), block.truth(i).mass(), correction);
                all.add(r);
                eta.add(eta.binning.indexOf(block.measured().etaPlus(i)), r);
                phi.add(phi.binning.indexOf(block.measured().phiPlus(i)), r);
            }
        });
        ideal.forEachBlock(block -> {
            for (int i = 0; i < block.size(); i++) {
                double r = block.measured().get(i).mass() / block.truth(i).mass();
                all.addIdeal(r);
                eta.addIdeal(eta.binning.indexOf(block.measured().etaPlus(i)), r);
                phi.addIdeal(phi.binning.indexOf(block.measured().phiPlus(i)), r);
            }
        });
        return new MassClosure(
                all.result(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY), eta.results(), phi.results());
    }

    /** The sums of all bins of one binning. */
    private final class Bins {
        private final Binning binning;
        private final List<BiasSums> sums = new ArrayList<>();

        Bins(Binning binning) {
            this.binning = binning;
            for (int b = 0; b < binning.bins(); b++) {
                sums.add(new BiasSums(correction.covariance()));
            }
        }

        void add(int bin, MassResponse r) {
            if (bin >= 0) {
                sums.get(bin).add(r);
            }
        }

        void addIdeal(int bin, double r) {
            if (bin >= 0) {
                sums.get(bin).addIdeal(r);
            }
        }

        List<BiasBin> results() {
            List<BiasBin> results = new ArrayList<>();
            for (int b = 0; b < binning.bins(); b++) {
                results.add(sums.get(b).result(binning.lowEdge(b), binning.highEdge(b)));
            }
            return results;
        }
    }
}
