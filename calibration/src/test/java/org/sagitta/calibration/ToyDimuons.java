package org.sagitta.calibration;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.geometry.units.Units;

/**
 * Toy J/psi pairs: CDF-like pT spectrum, isotropic decay, one collinear photon from one leg, Gaussian curvature
 * resolution near 1 %. Measured curvatures are such that a given correction brings them back to the true ones, up to
 * the resolution.
 */
public final class ToyDimuons {
    private static final double JPSI_MASS = 3.0969;
    /** Exponent of the radiated fraction x of m^2: P(x &lt; x0) = x0^beta, leading logarithm at the J/psi. */
    private static final double BETA = 0.0267;

    private static final double PT_MIN = 3.5;
    private static final double ETA_MAX = 2.4;
    /** Both legs above PT_MIN need at least this pT of the pair [GeV]. */
    private static final double PAIR_PT_MIN = 6.0;

    /** Relative step of k; the next one would be a hundred times smaller, as no correction is larger than 1 %. */
    private static final double NEGLIGIBLE = 1e-13;

    private final AemCorrection injected;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gauss;

    private final Truth truth;

    private ToyDimuons(AemCorrection injected, long seed, Truth truth) {
        this.injected = injected;
        this.truth = truth;
        random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        gauss = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** Is told the truth of every accepted pair. */
    @FunctionalInterface
    public interface Truth {
        /** Mass of the two muons after radiation [GeV] and true curvatures [1/GeV]. */
        void pair(Dimuon measured, double generatedMass, double kPlus, double kMinus);
    }

    /** A sample whose measured curvatures need {@code injected}. */
    public static DimuonSample sample(int size, AemCorrection injected, long seed) {
        return sample(size, injected, seed, (measured, mass, kPlus, kMinus) -> {});
    }

    /** The same sample; its truth goes to somebody who may know it. */
    public static DimuonSample sample(int size, AemCorrection injected, long seed, Truth truth) {
        ToyDimuons toy = new ToyDimuons(injected, seed, truth);
        DimuonSample.Builder builder = DimuonSample.builder(size);
        while (builder.size() < size) {
            toy.tryOne(builder);
        }
        return builder.build();
    }

    /** Unbiased pairs, each followed by the same with the opposite deviations of both curvatures if that is accepted too. */
    public static DimuonSample twins(int events, long seed) {
        DimuonSample.Builder builder = DimuonSample.builder(2 * events);
        sample(events, AemCorrection.identity(AemModel.standard()), seed, (measured, mass, kPlus, kMinus) -> {
            Dimuon opposite = measured.withCurvatures(
                    2 * kPlus - measured.plus().k(),
                    2 * kMinus - measured.minus().k());
            builder.add(measured);
            if (accepted(opposite.plus()) && accepted(opposite.minus())) {
                builder.addTwin(opposite);
            }
        });
        return builder.build();
    }

    private void tryOne(DimuonSample.Builder builder) {
        double[][] legs = decay();
        // one of the legs radiates; m^2 is proportional to the product of the momenta
        double kept = 1 - Math.pow(random.nextDouble(), 1 / BETA);
        int radiating = random.nextInt(2);
        double ptPlus = Math.hypot(legs[0][0], legs[0][1]) * (radiating == 0 ? kept : 1);
        double ptMinus = Math.hypot(legs[1][0], legs[1][1]) * (radiating == 1 ? kept : 1);
        if (!(ptPlus > 1) || !(ptMinus > 1)) {
            return;
        }
        Muon wantedPlus = resolved(ptPlus, legs[0], Charge.POSITIVE);
        Muon wantedMinus = resolved(ptMinus, legs[1], Charge.NEGATIVE);
        if (!mayBeAccepted(wantedPlus) || !mayBeAccepted(wantedMinus)) {
            return;
        }
        Muon plus = measured(wantedPlus);
        Muon minus = measured(wantedMinus);
        if (accepted(plus) && accepted(minus)) {
            Dimuon pair = new Dimuon(plus, minus, 1);
            double relative = Math.hypot(
                    pair.slopePlus() * resolution(plus.k(), plus.eta()),
                    pair.slopeMinus() * resolution(minus.k(), minus.eta()));
            Dimuon measured = new Dimuon(plus, minus, relative * pair.mass());
            builder.add(measured);
            double mass = measured.withCurvatures(1 / ptPlus, 1 / ptMinus).mass();
            truth.pair(measured, mass, 1 / ptPlus, 1 / ptMinus);
        }
    }

    /** Three-momenta of both legs [GeV]. */
    private double[][] decay() {
        double p0 = 5.072;
        double power = 3.071;
        double tail = Math.pow(1 + PAIR_PT_MIN * PAIR_PT_MIN / (p0 * p0), -power);
        double pt = p0 * Math.sqrt(Math.pow(tail * (1 - random.nextDouble()), -1 / power) - 1);
        double phi = 2 * Math.PI * random.nextDouble();
        double y = 2.4 * (2 * random.nextDouble() - 1);
        double mt = Math.hypot(JPSI_MASS, pt);
        double[] p = {pt * Math.cos(phi), pt * Math.sin(phi), mt * Math.sinh(y)};
        double energy = mt * Math.cosh(y);
        double cos = 2 * random.nextDouble() - 1;
        double sin = Math.sqrt(1 - cos * cos);
        double azimuth = 2 * Math.PI * random.nextDouble();
        double pStar = Math.sqrt(0.25 * JPSI_MASS * JPSI_MASS - Units.MUON_MASS * Units.MUON_MASS);
        double[] star = {pStar * sin * Math.cos(azimuth), pStar * sin * Math.sin(azimuth), pStar * cos};
        double dot = p[0] * star[0] + p[1] * star[1] + p[2] * star[2];
        double along = dot / (JPSI_MASS * (energy + JPSI_MASS));
        double[][] legs = new double[2][3];
        for (int i = 0; i < 3; i++) {
            double boost = along * p[i] + star[i];
            legs[0][i] = 0.5 * p[i] + boost;
            legs[1][i] = 0.5 * p[i] - boost;
        }
        return legs;
    }

    /** As the injected correction should leave it: the true curvature and its error. */
    private Muon resolved(double pt, double[] direction, Charge charge) {
        double perp = Math.hypot(direction[0], direction[1]);
        double ratio = direction[2] / perp;
        double eta = Math.signum(ratio) * Math.log(Math.abs(ratio) + Math.hypot(1, ratio));
        double phi = Math.atan2(direction[1], direction[0]);
        double k = (1 + resolution(1 / pt, eta) * gauss.sample()) / pt;
        return new Muon(k, eta, phi, charge);
    }

    /** The muon that the injected correction takes to {@code wanted}, by fixed-point iteration. */
    private Muon measured(Muon wanted) {
        double k = wanted.k();
        for (int i = 0; i < 8; i++) {
            double step = wanted.k() - injected.correct(k, wanted.eta(), wanted.phi(), wanted.charge());
            k += step;
            if (Math.abs(step) < NEGLIGIBLE * k) {
                break;
            }
        }
        return new Muon(k, wanted.eta(), wanted.phi(), wanted.charge());
    }

    private static double resolution(double k, double eta) {
        double barrel = 0.008 * (1 + 0.12 * eta * eta);
        return Math.hypot(barrel, 1.5e-4 / k);
    }

    /** Most pairs fail here and need no inversion, which takes most of the time; no correction is as large as this margin. */
    private static boolean mayBeAccepted(Muon wanted) {
        return wanted.pt() > 0.8 * PT_MIN && Math.abs(wanted.eta()) < ETA_MAX;
    }

    private static boolean accepted(Muon muon) {
        return muon.pt() > PT_MIN && Math.abs(muon.eta()) < ETA_MAX;
    }
}
