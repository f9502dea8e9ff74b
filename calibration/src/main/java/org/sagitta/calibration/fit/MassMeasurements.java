package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.target.MassTarget;

/**
 * Pairs with the mass expected of each and its relative error. Both are taken from the pair as it was measured and do not
 * change while the parameters do: an event must not change its bin or its error because the fit moves. Immutable.
 */
public final class MassMeasurements {
    private final DimuonSample sample;
    private final double[] expected;
    private final double[] sigma;

    private MassMeasurements(DimuonSample sample, double[] expected, double[] sigma) {
        this.sample = sample;
        this.expected = expected;
        this.sigma = sigma;
    }

    /**
     * Looks up the target of every pair.
     *
     * @param sigmaFloor relative, added in quadrature to sigma_m / m
     * @throws IllegalArgumentException if the target of a pair is not positive
     */
    public static MassMeasurements of(DimuonSample sample, MassTarget target, double sigmaFloor) {
        double[] expected = new double[sample.size()];
        double[] sigma = new double[sample.size()];
        for (int i = 0; i < expected.length; i++) {
            Dimuon pair = sample.get(i);
            expected[i] = target.expectedMass(pair);
            if (!(expected[i] > 0)) {
                throw new IllegalArgumentException(
                        "pair " + i + ": expected mass = " + expected[i] + " GeV, it must be positive");
            }
            double relative = pair.relativeMassSigma();
            sigma[i] = Math.sqrt(relative * relative + sigmaFloor * sigmaFloor);
        }
        return new MassMeasurements(sample, expected, sigma);
    }

    /** The pairs. */
    public DimuonSample sample() {
        return sample;
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
