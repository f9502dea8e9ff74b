package org.sagitta.calibration.target;

import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;

/**
 * Pairs whose mass error does not know how the mass fluctuated. The error of a track is computed at its measured
 * momentum; a pair that fluctuates upwards reports a larger sigma. A fit that weights pairs with 1/sigma^2, or looks up
 * their target by sigma, then selects on the very fluctuation it averages (Punzi, arXiv physics/0401045). With
 *
 * <pre>   ln sigma_measured = ln sigma_true + a epsilon,   epsilon = ln(m / t),   a = d ln sigma / d ln m</pre>
 *
 * <p>pairs of one measured sigma have a mean fluctuation of E[epsilon | sigma] = -a sigma^2 d ln p / d ln sigma - 2 a
 * sigma^2, p being the density in ln sigma, and least-squares weights shift the mean by -2 a sigma^2, that is
 * 1e-4 for a = 0.3 and sigma = 1.3 %. The cure is to take the error at the mass where the pair belongs:
 *
 * <pre>   sigma' = sigma (m / t)^-a</pre>
 *
 * <p>which is independent of epsilon to first order. A radiated pair, which does not fluctuate, gets another error by the
 * factor (m/t)^-a too: it is the same function in data and simulation and of no consequence. Immutable.
 *
 * @param measured pairs with the errors of their tracks
 * @param target t
 * @param slope a
 */
public record DecorrelatedErrors(DimuonSource measured, MassTarget target, MassErrorSlope slope)
        implements DimuonSource {
    /** |ln(m / t)| beyond which the error is not changed further. */
    private static final double MAX_LOG = 0.2;

    @Override
    public int size() {
        return measured.size();
    }

    @Override
    public DimuonSample block(int from, int to) {
        DimuonSample block = measured.block(from, to);
        return block.replaced(i -> decorrelated(block.get(i)));
    }

    private Dimuon decorrelated(Dimuon pair) {
        double log = Math.log(pair.mass() / target.expectedMass(pair));
        double bounded = Math.max(-MAX_LOG, Math.min(MAX_LOG, log));
        return new Dimuon(pair.plus(), pair.minus(), pair.massSigma() * Math.exp(-slope.of(pair) * bounded));
    }
}
