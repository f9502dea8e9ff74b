package org.sagitta.calibration.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.fit.InformationSum;
import org.sagitta.calibration.fit.LinearStep;
import org.sagitta.calibration.fit.NotConvergedException;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.EtaBinning;
import org.sagitta.calibration.model.SparseVector;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.TukeyBiweight;

/**
 * Fit of the scale pT' = s0 + (1 + s1) pT in bins of eta to the masses of one or two resonances, by reweighted least
 * squares of z = m'/m_target - 1 with
 *
 * <pre>   dz/ds1 = -(1 + z) (d ln m / d ln k) / (1 + s1 + s0 k),   dz/ds0 = k dz/ds1</pre>
 *
 * <p>per leg. The same fit of the reference is subtracted, so that what the method makes of a perfect detector does not
 * count.
 */
final class ScaleFit {
    private static final Loss LOSS = TukeyBiweight.STANDARD;
    private static final int MAX_PASSES = 40;

    /** The largest step, in units of its standard deviation, after which nothing moves any more. */
    private static final double TOLERANCE = 1e-3;

    /** What is known of s0 [GeV] and s1 before, so that an empty bin has a solution. */
    private static final double PRIOR_OFFSET = 0.05;

    private static final double PRIOR_SLOPE = 0.005;

    /** Which of the two terms there are. */
    enum Terms {
        /** s1 alone. */
        SLOPE,
        /** s0 and s1, which needs two resonances of different momenta, or one of a wide range. */
        OFFSET_AND_SLOPE
    }

    private final EtaBinning bins;
    private final Terms terms;

    ScaleFit(EtaBinning bins, Terms terms) {
        this.bins = bins;
        this.terms = terms;
    }

    /**
     * Fits the scale of legs that {@code before} has corrected.
     *
     * @throws NotConvergedException if a parameter still moves after {@value #MAX_PASSES} passes
     */
    ScaleCorrection fit(MethodInput input, List<Channel> channels, CurvatureCorrection before) {
        List<PairTable> measured = new ArrayList<>();
        List<PairTable> reference = new ArrayList<>();
        for (Channel channel : channels) {
            CalibrationPairs pairs = input.pairs(channel);
            measured.add(table(pairs.measured(), pairs, channel));
            reference.add(table(pairs.reference(), pairs, channel));
        }
        double[] found = solve(measured, before);
        double[] ideal = solve(reference, (k, eta, phi, charge) -> k);
        for (int i = 0; i < found.length; i++) {
            found[i] -= ideal[i];
        }
        return correction(found);
    }

    private PairTable table(DimuonSource source, CalibrationPairs pairs, Channel channel) {
        return PairTable.of(source, pairs.target(), channel.relativeWidth(), new EtaPhiBinning(bins, 1));
    }

    private double[] solve(List<PairTable> samples, CurvatureCorrection before) {
        double[] values = new double[2 * bins.size()];
        double[] priors = new double[values.length];
        Arrays.fill(priors, 0, bins.size(), 1 / (PRIOR_SLOPE * PRIOR_SLOPE));
        Arrays.fill(priors, bins.size(), values.length, 1 / (PRIOR_OFFSET * PRIOR_OFFSET));
        double largest = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            InformationSum sum = new InformationSum(values.length);
            CurvatureCorrection all = new ChainedCorrection(before, correction(values));
            samples.forEach(sample -> add(sample, all, sum));
            LinearStep step = sum.solve(values, priors);
            values = step.addedTo(values);
            largest = step.largestPull();
            if (largest < TOLERANCE) {
                return values;
            }
        }
        throw new NotConvergedException("scale", "of its standard deviation", MAX_PASSES, largest, TOLERANCE);
    }

    private void add(PairTable sample, CurvatureCorrection correction, InformationSum sum) {
        SparseVector plus = new SparseVector(2);
        SparseVector minus = new SparseVector(2);
        SparseVector gradient = new SparseVector(4);
        sample.visit(correction, (i, kPlus, kMinus, mass, z, sigma) -> {
            double weight = LOSS.weight(z / sigma) / (sigma * sigma);
            if (weight > 0) {
                leg(sample.plusBin(i), kPlus, plus);
                leg(sample.minusBin(i), kMinus, minus);
                gradient.clear();
                gradient.addScaled((1 + z) * mass.slopePlus(), plus);
                gradient.addScaled((1 + z) * mass.slopeMinus(), minus);
                sum.add(gradient, weight * z, weight);
            }
        });
    }

    /** d ln k' / d(s1, s0), where 1 + s1 + s0 k is taken as 1: steps become a little too long or too short, not wrong. */
    private void leg(int bin, double k, SparseVector basis) {
        basis.clear();
        basis.append(bin, -1);
        if (terms == Terms.OFFSET_AND_SLOPE) {
            basis.append(bins.size() + bin, -k);
        }
    }

    private ScaleCorrection correction(double[] values) {
        return new ScaleCorrection(
                bins,
                Arrays.copyOfRange(values, bins.size(), values.length),
                Arrays.copyOfRange(values, 0, bins.size()));
    }
}
