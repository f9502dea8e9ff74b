package org.sagitta.validation.study;

import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.model.Covariance;

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
    private final Response response;
    private final Covariance covariance;

    public MassStudy(SamplePair samples, Correction correction) {
        this(
                samples,
                (pair, generatedMass) -> MassResponse.of(pair, generatedMass, correction),
                correction.covariance());
    }

    /**
     * The same for a correction of any kind.
     *
     * @param response with its gradient in the parameters of the correction
     * @param covariance of these parameters
     */
    MassStudy(SamplePair samples, Response response, Covariance covariance) {
        this.samples = samples;
        this.response = response;
        this.covariance = covariance;
    }

    /** What a correction does to the mass of a pair that was generated with this mass [GeV]. */
    interface Response {
        MassResponse of(Dimuon pair, double generatedMass);
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
        private final BiasSums all = new BiasSums(covariance);
        private final BiasBins eta = new BiasBins(Binning.PAIR_ETA, covariance);
        private final BiasBins phi = new BiasBins(Binning.PAIR_PHI, covariance);
        private double ratio;

        @Override
        public void scenario(PairSample block, int i) {
            MassResponse r = response.of(block.measured().get(i), block.truth(i).mass());
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
