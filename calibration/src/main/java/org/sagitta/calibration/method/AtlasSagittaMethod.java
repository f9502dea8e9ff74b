package org.sagitta.calibration.method;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.TukeyBiweight;

/**
 * The sagitta iteration of ATLAS (Eur. Phys. J. C 83 (2023) 686, arXiv:2212.07338) on the Z, followed by a momentum scale
 * from J/psi and Z.
 *
 * <p>A sagitta bias changes pT by a charge-odd amount that grows with pT, in bins of eta and phi:
 *
 * <pre>   pT' = pT / (1 + q ds pT),   that is   k' = k + q ds,   ds in 1/GeV (published in 1/TeV)</pre>
 *
 * <p>so that m'^2 = m^2 (1 - ds+ pT+ + ds- pT-) to first order. With f = (m'^2 - m_target^2) / m_target^2 of a pair, half
 * of which is ascribed to each leg, every pass adds to each bin
 *
 * <pre>   ds -> ds + mean over both charges of ( q f k' / 2 ),</pre>
 *
 * <p>minus the same mean in the reference, until nothing moves. A scale common to both charges cancels in the mean of q.
 *
 * <p>The scale that follows is pT'' = s0 + (1 + s1) pT' per bin of eta, s0 for energy loss and s1 for the field, from the
 * masses of J/psi and Z together.
 *
 * <p>It sees how ds changes with direction. It is blind to one ds common to all directions, because the legs of a pair
 * of equal pT compensate each other; that part must come from elsewhere, such as energy over momentum of electrons.
 * Energy loss and field are seen, because two resonances of different momenta are used.
 */
public final class AtlasSagittaMethod implements CalibrationMethod {
    private static final Loss LOSS = TukeyBiweight.STANDARD;

    /**
     * How it is done.
     *
     * @param bins bins of direction; those in eta are also those of the scale
     * @param tolerance the iteration ends when no bin moves by more, relative to the curvature of a leg of the Z
     * @param maxPasses or after so many passes, and then it is said that it has not settled
     */
    public record Options(EtaPhiBinning bins, double tolerance, int maxPasses) {
        /** Standard bins, 1e-6, 60 passes. */
        public static final Options STANDARD = new Options(EtaPhiBinning.STANDARD, 1e-6, 60);

        /** Checks the numbers. */
        public Options {
            if (!(tolerance > 0) || maxPasses < 1) {
                throw new IllegalArgumentException("sagitta iteration: tolerance " + tolerance + ", " + maxPasses
                        + " passes; need above 0, at least 1");
            }
        }
    }

    private final Options options;

    /** The method with these options. */
    public AtlasSagittaMethod(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "atlas";
    }

    @Override
    public String description() {
        return "ATLAS: sagitta iteration on the Z, then s0 and s1 from J/psi and Z (arXiv:2212.07338)";
    }

    @Override
    public Set<Channel> calibratesOn() {
        return Set.of(Channel.JPSI, Channel.Z);
    }

    @Override
    public MethodCorrection calibrate(MethodInput input) {
        MethodCorrection sagitta = sagitta(input.pairs(Channel.Z));
        ScaleFit scale = new ScaleFit(options.bins().eta(), ScaleFit.Terms.OFFSET_AND_SLOPE);
        return sagitta.then(scale.fit(input, List.of(Channel.JPSI, Channel.Z), sagitta.correction()));
    }

    /** The first part alone: k' = k + q ds. */
    private MethodCorrection sagitta(CalibrationPairs z) {
        double width = Channel.Z.relativeWidth();
        PairTable measured = PairTable.of(z.measured(), z.target(), width, options.bins());
        PairTable reference = PairTable.of(z.reference(), z.target(), width, options.bins());
        BinnedCurvature correction = BinnedCurvature.identity(options.bins());
        LegMeans wanted = deviations(reference, correction);
        double[] ones = ones();
        double largest = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < options.maxPasses() && largest > options.tolerance(); pass++) {
            LegMeans found = deviations(measured, correction);
            double[] ds = withoutCommonPart(found, wanted);
            largest = 0.5
                    * Channel.Z.mass()
                    * Arrays.stream(ds).map(Math::abs).max().orElse(0);
            correction = correction.then(ones, ds);
        }
        return MethodCorrection.after(options.maxPasses(), largest, options.tolerance(), correction);
    }

    /** Differences of the means per bin, less their mean over all legs. */
    private static double[] withoutCommonPart(LegMeans found, LegMeans wanted) {
        double[] ds = new double[found.bins()];
        double sum = 0;
        double legs = 0;
        for (int b = 0; b < ds.length; b++) {
            if (found.isFilled(b) && wanted.isFilled(b)) {
                ds[b] = 0.5 * (found.plus(b) + found.minus(b) - wanted.plus(b) - wanted.minus(b));
                sum += found.weight(b) * ds[b];
                legs += found.weight(b);
            }
        }
        for (int b = 0; b < ds.length; b++) {
            ds[b] -= legs > 0 ? sum / legs : 0;
        }
        return ds;
    }

    private double[] ones() {
        double[] ones = new double[options.bins().size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Means of q f k / 2 for both charges, f without the radiative tail. */
    private LegMeans deviations(PairTable pairs, BinnedCurvature correction) {
        LegMeans means = new LegMeans(options.bins().size());
        pairs.visit(correction, (i, kPlus, kMinus, mass, z, sigma) -> {
            double weight = LOSS.weight(z / sigma) / (sigma * sigma);
            double f = z * (2 + z);
            means.addPlus(pairs.plusBin(i), 0.5 * f * kPlus, weight);
            means.addMinus(pairs.minusBin(i), -0.5 * f * kMinus, weight);
        });
        return means;
    }
}
