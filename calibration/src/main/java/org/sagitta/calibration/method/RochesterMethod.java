package org.sagitta.calibration.method;

import java.util.Set;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.TukeyBiweight;

/**
 * The two steps of Rochester (Bodek et al., Eur. Phys. J. C 72 (2012) 2194, arXiv:1208.3710; CMS's RoccoR) in bins of
 * charge, eta and phi, on the Z alone.
 *
 * <p>Step 1: the mean curvature of each charge in each bin must be that of the reference. With measured means K+, K- and
 * those of the reference R+, R- the corrections of both charges, sum and difference, are a multiplicative M (field) and an
 * additive A (misalignment):
 *
 * <pre>
 *   M K+ + A = R+,   M K- - A = R-   =>   M = (R+ + R-) / (K+ + K-),   A = (R+ - M K+ - R- + M K-) / 2
 *   k' = M k + q A   (RoccoR: pT' = 1 / (M / pT + q A))
 * </pre>
 *
 * <p>Only pairs with both corrected legs between {@code ptMin} and {@code ptMax} count, well inside the selection, and the
 * step is repeated with the corrected legs.
 *
 * <p>Step 2: the mass peak of the pairs with a leg in the bin must be that of the reference. With z+, z- the mean of
 * m'/m_target - 1 for both charges, relative to the reference, and &lt;k> the mean curvature:
 *
 * <pre>   M -> M (1 + (z+ + z-) / 2),   A -> A + &lt;k> (z+ - z-) / 2</pre>
 *
 * <p>which ascribes a deviation to both legs equally; it is iterated. Deviations of single bins shrink by half in each pass,
 * those that change slowly with the direction take longer, and one does not shrink at all: A common to all directions,
 * which the mass cannot see. That one stays as step 1 left it.
 *
 * <p>It sees M and A in every bin. It has no energy loss: what matter takes from a muon of the Z goes into M and is wrong
 * for a muon of the J/psi. It relies on the reference for the spectrum of 1/pT.
 */
public final class RochesterMethod implements CalibrationMethod {
    private static final Loss LOSS = TukeyBiweight.STANDARD;

    /** Passes of step 1; the window makes each leave less than half. */
    private static final int MEAN_PASSES = 8;

    /**
     * How it is done.
     *
     * @param bins bins of direction
     * @param ptMin smallest corrected pT of a leg in step 1 [GeV]
     * @param ptMax largest corrected pT of a leg in step 1 [GeV]
     * @param tolerance step 2 ends when no bin moves by more, relative to the curvature
     * @param maxPasses or after so many passes, and then it is said that it has not settled
     */
    public record Options(EtaPhiBinning bins, double ptMin, double ptMax, double tolerance, int maxPasses) {
        /** Standard bins, 25 to 100 GeV, 1e-6, 60 passes. */
        public static final Options STANDARD = new Options(EtaPhiBinning.STANDARD, 25, 100, 1e-6, 60);

        /** Checks the numbers. */
        public Options {
            if (!(ptMin >= 0 && ptMax > ptMin) || !(tolerance > 0) || maxPasses < 1) {
                throw new IllegalArgumentException("Rochester: pT from " + ptMin + " to " + ptMax + " GeV, tolerance "
                        + tolerance + ", " + maxPasses + " passes; need 0 <= min < max, above 0, at least 1");
            }
        }
    }

    private final Options options;

    /** The method with these options. */
    public RochesterMethod(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "rochester";
    }

    @Override
    public String description() {
        return "Rochester: <1/pT> of the Z per charge, eta and phi, then its mass (arXiv:1208.3710)";
    }

    @Override
    public Set<Channel> calibratesOn() {
        return Set.of(Channel.Z);
    }

    @Override
    public MethodCorrection calibrate(MethodInput input) {
        CalibrationPairs z = input.pairs(Channel.Z);
        double width = Channel.Z.relativeWidth();
        PairTable measured = PairTable.of(z.measured(), z.target(), width, options.bins());
        PairTable reference = PairTable.of(z.reference(), z.target(), width, options.bins());
        return tuneMass(measured, reference, matchMeans(measured, reference));
    }

    private BinnedCurvature matchMeans(PairTable measured, PairTable reference) {
        BinnedCurvature correction = BinnedCurvature.identity(options.bins());
        LegMeans wanted = curvatures(reference, correction);
        for (int pass = 0; pass < MEAN_PASSES; pass++) {
            LegMeans found = curvatures(measured, correction);
            double[] m = new double[options.bins().size()];
            double[] a = new double[m.length];
            for (int b = 0; b < m.length; b++) {
                m[b] = 1;
                if (found.isFilled(b) && wanted.isFilled(b)) {
                    m[b] = (wanted.plus(b) + wanted.minus(b)) / (found.plus(b) + found.minus(b));
                    a[b] = 0.5 * (wanted.plus(b) - m[b] * found.plus(b) - wanted.minus(b) + m[b] * found.minus(b));
                }
            }
            correction = correction.then(m, a);
        }
        return correction;
    }

    private LegMeans curvatures(PairTable pairs, BinnedCurvature correction) {
        LegMeans means = new LegMeans(options.bins().size());
        pairs.visit(correction, (i, kPlus, kMinus, mass, z, sigma) -> {
            if (isInside(kPlus) && isInside(kMinus)) {
                means.addPlus(pairs.plusBin(i), kPlus, 1);
                means.addMinus(pairs.minusBin(i), kMinus, 1);
            }
        });
        return means;
    }

    private boolean isInside(double k) {
        return k * options.ptMin() < 1 && k * options.ptMax() > 1;
    }

    private MethodCorrection tuneMass(PairTable measured, PairTable reference, BinnedCurvature start) {
        int bins = options.bins().size();
        BinnedCurvature correction = start;
        LegMeans meanK = curvatures(reference, BinnedCurvature.identity(options.bins()));
        LegMeans wanted = masses(reference, BinnedCurvature.identity(options.bins()));
        double largest = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < options.maxPasses() && largest > options.tolerance(); pass++) {
            LegMeans found = masses(measured, correction);
            double[] m = new double[bins];
            double[] a = new double[bins];
            largest = 0;
            for (int b = 0; b < bins; b++) {
                m[b] = 1;
                if (found.isFilled(b) && wanted.isFilled(b) && meanK.isFilled(b)) {
                    double plus = found.plus(b) - wanted.plus(b);
                    double minus = found.minus(b) - wanted.minus(b);
                    m[b] = 1 + 0.5 * (plus + minus);
                    a[b] = 0.5 * (plus - minus) * 0.5 * (meanK.plus(b) + meanK.minus(b));
                    largest = Math.max(largest, Math.max(Math.abs(plus), Math.abs(minus)));
                }
            }
            correction = correction.then(m, a);
        }
        return MethodCorrection.after(options.maxPasses(), largest, options.tolerance(), correction);
    }

    private LegMeans masses(PairTable pairs, BinnedCurvature correction) {
        LegMeans means = new LegMeans(options.bins().size());
        pairs.visit(correction, (i, kPlus, kMinus, mass, z, sigma) -> {
            double weight = LOSS.weight(z / sigma) / (sigma * sigma);
            means.addPlus(pairs.plusBin(i), z, weight);
            means.addMinus(pairs.minusBin(i), z, weight);
        });
        return means;
    }
}
