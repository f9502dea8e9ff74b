package org.sagitta.validation.study;

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
 * and its statistical error has three parts: mean of r, mean of r_ideal, less what is common to both where they are the
 * same events, and the parameters of the correction, g^T C g with g the mean of d ln m / dp. Where the sample under test
 * is the one calibrated on (the J/psi), these are not independent and the error is an upper bound.
 */
public final class MassStudy {
    private final SamplePair samples;
    private final Correction correction;

    public MassStudy(SamplePair samples, Correction correction) {
        this.samples = samples;
        this.correction = correction;
    }

    /** Inclusive, in bins of eta and in bins of phi of the positive muon. */
    public MassClosure closure() {
        Sums sums = new Sums();
        samples.visit(sums);
        return new MassClosure(
                sums.all.result(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                sums.eta.results(),
                sums.phi.results());
    }

    private final class Sums implements SamplePair.Visitor {
        private final BiasSums all = new BiasSums(correction.covariance());
        private final BiasBins eta = new BiasBins(Binning.PAIR_ETA, correction.covariance());
        private final BiasBins phi = new BiasBins(Binning.PAIR_PHI, correction.covariance());
        private double ratio;

        @Override
        public void scenario(PairSample block, int i) {
            MassResponse r =
                    MassResponse.of(block.measured().get(i), block.truth(i).mass(), correction);
            all.add(r);
            eta.add(block.measured().etaPlus(i), r);
            phi.add(block.measured().phiPlus(i), r);
            ratio = r.after();
        }

        @Override
        public void ideal(PairSample block, int i) {
            double r = idealRatio(block, i);
            all.addIdeal(r);
            eta.addIdeal(block.measured().etaPlus(i), r);
            phi.addIdeal(block.measured().phiPlus(i), r);
        }

        @Override
        public void both(PairSample scenario, int i, PairSample ideal, int j) {
            double r = idealRatio(ideal, j);
            all.addCommon(ratio, r);
            eta.addCommon(scenario.measured().etaPlus(i), ideal.measured().etaPlus(j), ratio, r);
            phi.addCommon(scenario.measured().phiPlus(i), ideal.measured().phiPlus(j), ratio, r);
        }
    }

    private static double idealRatio(PairSample block, int i) {
        return block.measured().get(i).mass() / block.truth(i).mass();
    }
}
