package org.sagitta.validation.challenge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sagitta.calibration.Correction;
import org.sagitta.validation.study.BiasBin;
import org.sagitta.validation.study.LegClosure;
import org.sagitta.validation.study.LegStudy;
import org.sagitta.validation.study.MassClosure;
import org.sagitta.validation.study.MassStudy;
import org.sagitta.validation.study.SamplePair;

/**
 * How good a correction is on the hidden test samples. Each part is a set of biases b_i with a limit L; its score is
 *
 * <pre>   sqrt( mean_i (b_i / L)^2 )</pre>
 *
 * and the total that of all parts with equal weight: 1 is a correction that is everywhere at its limit, and smaller is
 * better. The statistical noise of the test samples is in the score; it is small because the target of a pair is the same
 * event in the ideal world.
 *
 * @param parts in the order of a report
 */
public record ChallengeScore(List<Part> parts) {
    /** Limits on the mass scale of all pairs, on that in a bin, and on the charge-odd scale of legs at 45 GeV in a bin. */
    public static final double INCLUSIVE = 2.5e-5;

    /** See {@link #INCLUSIVE}. */
    public static final double IN_BINS = 5e-5;

    /** See {@link #INCLUSIVE}. */
    public static final double CHARGE_ODD = 2.5e-4;

    private static final String Z = "Z";

    public ChallengeScore {
        parts = List.copyOf(parts);
    }

    /**
     * One part of the score.
     *
     * @param limit bias that counts as 1
     * @param bins biases with their errors, those of the claimed covariance included
     */
    public record Part(String name, double limit, List<BiasBin> bins) {
        public Part {
            bins = List.copyOf(bins);
        }

        /** With the correction. */
        public double score() {
            return score(BiasBin::after);
        }

        /** Without any. */
        public double scoreBefore() {
            return score(BiasBin::before);
        }

        private double score(ToDoubleFunction<BiasBin> bias) {
            return Math.sqrt(bins.stream()
                    .mapToDouble(bin -> bias.applyAsDouble(bin) / limit)
                    .map(x -> x * x)
                    .average()
                    .orElse(Double.NaN));
        }

        /** Sum of (bias / error)^2: about the number of bins if the claimed covariance is right. */
        public double chi2() {
            return bins.stream()
                    .mapToDouble(bin -> bin.after() / bin.stat())
                    .map(x -> x * x)
                    .sum();
        }
    }

    /**
     * Scores a correction.
     *
     * @param samples hidden test samples by name of the resonance
     */
    public static ChallengeScore of(Correction correction, Map<String, SamplePair> samples) {
        List<Part> parts = new ArrayList<>();
        samples.forEach((name, pair) -> {
            MassClosure closure = new MassStudy(pair, correction).closure();
            parts.add(new Part(name + " mass, inclusive", INCLUSIVE, List.of(closure.inclusive())));
            parts.add(new Part(name + " mass, in eta", IN_BINS, filled(closure.byEta())));
            parts.add(new Part(name + " mass, in phi", IN_BINS, filled(closure.byPhi())));
        });
        SamplePair z = samples.get(Z);
        if (z != null) {
            LegClosure legs = LegStudy.at45Gev(z, correction).closure();
            parts.add(new Part("charge-odd at 45 GeV, in eta", CHARGE_ODD, filled(legs.odd())));
            parts.add(new Part("charge-even at 45 GeV, in eta", IN_BINS, filled(legs.even())));
        }
        return new ChallengeScore(parts);
    }

    /** Bins in which there is something to say before the correction; one without a bias after it spoils the score. */
    private static List<BiasBin> filled(List<BiasBin> bins) {
        return bins.stream().filter(bin -> Double.isFinite(bin.before())).toList();
    }

    /** Of all parts together, with the correction. */
    public double total() {
        return mean(Part::score);
    }

    /** Of all parts together, without any correction. */
    public double totalBefore() {
        return mean(Part::scoreBefore);
    }

    private double mean(ToDoubleFunction<Part> score) {
        return Math.sqrt(
                parts.stream().mapToDouble(score).map(x -> x * x).average().orElse(Double.NaN));
    }
}
