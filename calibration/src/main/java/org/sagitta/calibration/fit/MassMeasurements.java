package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.target.MassTarget;

/**
 * Pairs with the mass expected of each and its relative error. Both are taken from the pair as it was measured and do not
 * change while the parameters do: an event must not change its bin or its error because the fit moves. Immutable.
 */
public final class MassMeasurements {
    private final DimuonSource sample;
    private final double[] expected;
    private final double[] sigma;

    private MassMeasurements(DimuonSource sample, double[] expected, double[] sigma) {
        this.sample = sample;
        this.expected = expected;
        this.sigma = sigma;
    }

    /**
     * Looks up the target of every pair, in the calling thread.
     *
     * @param sigmaFloor relative, added in quadrature to sigma_m / m
     * @throws IllegalArgumentException if the target of a pair is not positive
     */
    public static MassMeasurements of(DimuonSource sample, MassTarget target, double sigmaFloor) {
        return of(sample, target, sigmaFloor, BlockReducer.serial());
    }

    /** The same in the threads of a reducer. */
    static MassMeasurements of(DimuonSource sample, MassTarget target, double sigmaFloor, BlockReducer reducer) {
        double[] expected = new double[sample.size()];
        double[] sigma = new double[sample.size()];
        reducer.reduce(
                sample.size(),
                (from, to) -> {
                    DimuonSample block = sample.block(from, to);
                    for (int i = from; i < to; i++) {
                        Dimuon pair = block.get(i - from);
                        expected[i] = expectedMass(target, pair, i);
                        double relative = pair.relativeMassSigma();
                        sigma[i] = Math.sqrt(relative * relative + sigmaFloor * sigmaFloor);
                    }
                    return to;
                },
                Math::max);
        return new MassMeasurements(sample, expected, sigma);
    }

    private static double expectedMass(MassTarget target, Dimuon pair, int i) {
        double mass = target.expectedMass(pair);
        if (!(mass > 0)) {
            throw new IllegalArgumentException("pair " + i + ": expected mass = " + mass + " GeV, it must be positive");
        }
        return mass;
    }

    /** All pairs. */
    public DimuonSample sample() {
        return sample.block(0, sample.size());
    }

    /** Pairs {@code from} (included) to {@code to} (excluded). */
    DimuonSample block(int from, int to) {
        return sample.block(from, to);
    }

    /** Number of pairs. */
    public int size() {
        return expected.length;
    }

    /** Expected mass of pair i [GeV]. */
    public double expectedMass(int i) {
        return expected[i];
    }

    /** Relative mass error of pair i, floor included. */
    public double relativeSigma(int i) {
        return sigma[i];
    }
}
