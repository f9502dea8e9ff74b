package org.sagitta.calibration.model;

/**
 * The energy loss e [GeV], one number per eta bin, and how it enters: k' = k (1 - e k s(k, eta)) with s = 1 for a loss of
 * pT that does not depend on momentum, times sin(theta) = 1 / cosh(eta) if it is one of the total momentum, times 1 + r
 * ln(p / p_ref) with p = cosh(eta) / k if it rises.
 *
 * @param bins of eta; {@link EtaBinning#NONE} if there is no loss
 * @param momentum what e is taken from
 * @param rise with momentum
 */
public record LossShape(EtaBinning bins, LossMomentum momentum, LossRise rise) {
    /** No energy loss. */
    public static final LossShape NONE = perPt(EtaBinning.NONE);

    /** A loss of pT that does not depend on momentum. */
    public static LossShape perPt(EtaBinning bins) {
        return new LossShape(bins, LossMomentum.TRANSVERSE, LossRise.NONE);
    }

    /** Number of parameters. */
    public int size() {
        return bins.size();
    }

    /** s(k, eta) for a curvature k [1/GeV]. */
    public double factor(double k, double eta) {
        if (momentum == LossMomentum.TRANSVERSE && rise.perEFold() == 0) {
            return 1;
        }
        double cosh = Math.cosh(eta);
        double factor = rise.factor(cosh / k);
        return momentum == LossMomentum.TOTAL ? factor / cosh : factor;
    }
}
