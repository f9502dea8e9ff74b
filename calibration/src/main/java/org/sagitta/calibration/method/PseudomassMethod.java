package org.sagitta.calibration.method;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.TukeyBiweight;

/**
 * The pseudomass of LHCb (Barter, Pili and Vesterinen, Eur. Phys. J. C 81 (2021) 251; arXiv:2311.04670) on the Z, followed
 * by a momentum scale from the J/psi.
 *
 * <p>If the two muons balance each other in pT, the mass follows from the momentum of one of them and both directions:
 *
 * <pre>   M+- = sqrt( 2 p+- pT+- (p-+ / pT-+) (1 - cos theta) ),   p/pT = cosh eta,
 *   which is M+- = m sqrt(k-+ / k+-) for massless muons</pre>
 *
 * <p>A bias q/p -> q/p + delta moves M+ of positive muons in a bin of direction one way and M- of negative muons the other.
 * The asymmetry of the two peaks gives the correction
 *
 * <pre>   A = (M+ - M-) / (M+ + M-),   delta -> delta + (A - A_reference) &lt;1/p>,   k' = k + q delta cosh eta</pre>
 *
 * <p>in bins of eta and phi, iterated. Only pairs with phi* (Banfi et al., Eur. Phys. J. C 71 (2011) 1600; from directions
 * alone) below a limit count, which keeps those of small pair pT, and with both corrected legs above {@code ptMin}.
 *
 * <p>The scale that follows is one alpha per bin of eta, p' = p (1 + alpha), from the mass of the J/psi.
 *
 * <p>It sees a charge-odd bias common to all directions, which the mass cannot; it pays with a peak that is several times
 * wider, and relies on the reference for the difference between the two charges. Its scale is that of a muon of the J/psi:
 * a wrong energy loss goes into alpha and is wrong at the Z.
 */
public final class PseudomassMethod implements CalibrationMethod {
    private static final Loss LOSS = TukeyBiweight.STANDARD;

    /** Rounds over the sample; each leaves less than half of what was there. */
    private static final int PASSES = 12;

    /** Relative width of the peak of the pseudomass for pairs of small phi*, which sets the weights only. */
    private static final double WIDTH = 0.08;

    /**
     * How it is done.
     *
     * @param bins bins of direction; those in eta are also those of the scale
     * @param ptMin smallest corrected pT of a leg [GeV]
     * @param phiStarMax largest phi*
     */
    public record Options(EtaPhiBinning bins, double ptMin, double phiStarMax) {
        /** Standard bins, 25 GeV, 0.05. */
        public static final Options STANDARD = new Options(EtaPhiBinning.STANDARD, 25, 0.05);

        /** Checks the numbers. */
        public Options {
            if (!(ptMin >= 0) || !(phiStarMax > 0)) {
                throw new IllegalArgumentException("pseudomass: pT from " + ptMin + " GeV, phi* up to " + phiStarMax
                        + "; need at least 0, above 0");
            }
        }
    }

    private final Options options;

    /** The method with these options. */
    public PseudomassMethod(Options options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "pseudomass";
    }

    @Override
    public String description() {
        return "LHCb: pseudomass asymmetry of the Z, then the scale from the J/psi (arXiv:2311.04670)";
    }

    @Override
    public Set<Channel> calibratesOn() {
        return Set.of(Channel.JPSI, Channel.Z);
    }

    @Override
    public MethodCorrection calibrate(MethodInput input) {
        CurvatureCorrection offset = offset(input.pairs(Channel.Z));
        ScaleFit scale = new ScaleFit(options.bins().eta(), ScaleFit.Terms.SLOPE);
        return MethodCorrection.settled(new ChainedCorrection(offset, scale.fit(input, List.of(Channel.JPSI), offset)));
    }

    /** The first part alone. */
    MomentumOffset offset(CalibrationPairs z) {
        double width = Channel.Z.relativeWidth();
        PairTable measured = PairTable.of(z.measured(), z.target(), width, options.bins());
        PairTable reference = PairTable.of(z.reference(), z.target(), width, options.bins());
        MomentumOffset correction =
                new MomentumOffset(options.bins(), new double[options.bins().size()]);
        LegMeans meanK = inverseMomenta(reference);
        LegMeans wanted = pseudomasses(reference, correction);
        for (int pass = 0; pass < PASSES; pass++) {
            LegMeans found = pseudomasses(measured, correction);
            double[] delta = new double[options.bins().size()];
            for (int b = 0; b < delta.length; b++) {
                if (found.isFilled(b) && wanted.isFilled(b) && meanK.isFilled(b)) {
                    double excess = asymmetry(found, b) - asymmetry(wanted, b);
                    delta[b] = excess * 0.5 * (meanK.plus(b) + meanK.minus(b));
                }
            }
            correction = correction.plus(delta);
        }
        return correction;
    }

    /** (M+ - M-) / (M+ + M-) from the means of ln(M / m_Z). */
    private static double asymmetry(LegMeans logarithms, int bin) {
        return Math.tanh(0.5 * (logarithms.plus(bin) - logarithms.minus(bin)));
    }

    /** Means of ln(M+- / m_Z), without tails. */
    private LegMeans pseudomasses(PairTable pairs, MomentumOffset correction) {
        LegMeans means = new LegMeans(options.bins().size());
        DimuonSample sample = pairs.pairs();
        pairs.visit(correction, (i, kPlus, kMinus, mass, z, sigma) -> {
            if (isInside(sample, i, kPlus, kMinus)) {
                double logMass = Math.log(mass.mass() / Channel.Z.mass());
                double half = 0.5 * Math.log(kMinus / kPlus);
                means.addPlus(pairs.plusBin(i), logMass + half, LOSS.weight((logMass + half) / WIDTH));
                means.addMinus(pairs.minusBin(i), logMass - half, LOSS.weight((logMass - half) / WIDTH));
            }
        });
        return means;
    }

    /** Means of 1/p. */
    private LegMeans inverseMomenta(PairTable pairs) {
        LegMeans means = new LegMeans(options.bins().size());
        DimuonSample sample = pairs.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            if (isInside(sample, i, sample.kPlus(i), sample.kMinus(i))) {
                means.addPlus(pairs.plusBin(i), sample.kPlus(i) / Math.cosh(sample.etaPlus(i)), 1);
                means.addMinus(pairs.minusBin(i), sample.kMinus(i) / Math.cosh(sample.etaMinus(i)), 1);
            }
        }
        return means;
    }

    private boolean isInside(DimuonSample sample, int i, double kPlus, double kMinus) {
        return kPlus * options.ptMin() < 1 && kMinus * options.ptMin() < 1 && phiStar(sample, i) < options.phiStarMax();
    }

    /** tan((pi - dphi) / 2) sin(theta*), cos(theta*) = tanh((eta- - eta+) / 2). */
    static double phiStar(DimuonSample sample, int i) {
        double acoplanarity =
                Math.PI - Math.abs(Math.IEEEremainder(sample.phiPlus(i) - sample.phiMinus(i), 2 * Math.PI));
        return Math.tan(0.5 * acoplanarity) / Math.cosh(0.5 * (sample.etaMinus(i) - sample.etaPlus(i)));
    }

    /** An offset of q/p in bins of direction, k' = k + q delta cosh(eta), delta in 1/GeV. */
    record MomentumOffset(EtaPhiBinning bins, List<Double> deltas) implements CurvatureCorrection {
        MomentumOffset(EtaPhiBinning bins, double[] delta) {
            this(bins, Arrays.stream(delta).boxed().toList());
        }

        MomentumOffset plus(double[] more) {
            double[] sum = more.clone();
            for (int b = 0; b < sum.length; b++) {
                sum[b] += deltas.get(b);
            }
            return new MomentumOffset(bins, sum);
        }

        @Override
        public double correct(double k, double eta, double phi, Charge charge) {
            return k + charge.sign() * deltas.get(bins.indexOf(eta, phi)) * Math.cosh(eta);
        }
    }
}
