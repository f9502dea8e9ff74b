package org.sagitta.calibration.method;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.robust.TukeyBiweight;
import org.sagitta.calibration.target.TabulatedTarget;
import org.sagitta.geometry.units.Units;

/**
 * Toy pairs of a resonance: power-law pT spectrum, flat rapidity, isotropic decay, one collinear photon, Gaussian errors
 * of the curvature near 1 %. Measured curvatures are such that a given correction brings them back, up to the resolution.
 */
final class ToyResonance {
    /** k' = k. */
    static final CurvatureCorrection NOTHING = (k, eta, phi, charge) -> k;

    private static final double ETA_MAX = 2.4;

    private final Channel channel;
    private final CurvatureCorrection injected;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian gauss;

    private ToyResonance(Channel channel, CurvatureCorrection injected, long seed) {
        this.channel = channel;
        this.injected = injected;
        random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        gauss = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** A sample whose measured curvatures need {@code injected}. */
    static DimuonSample sample(Channel channel, int size, CurvatureCorrection injected, long seed) {
        ToyResonance toy = new ToyResonance(channel, injected, seed);
        DimuonSample.Builder builder = DimuonSample.builder(size);
        while (builder.size() < size) {
            toy.tryOne(builder);
        }
        return builder.build();
    }

    /** As many pairs of each of these resonances, with a reference of the same size each. */
    static MethodInput input(Set<Channel> channels, int size, CurvatureCorrection injected, long seed) {
        Map<Channel, CalibrationPairs> pairs = new EnumMap<>(Channel.class);
        for (Channel channel : channels) {
            long first = 4L * seed + (channel == Channel.JPSI ? 0 : 2);
            DimuonSample reference = sample(channel, size, NOTHING, first);
            DimuonSample measured = sample(channel, size, injected, first + 1);
            TabulatedTarget.Options standard = TabulatedTarget.Options.STANDARD;
            TabulatedTarget.Options options = new TabulatedTarget.Options(
                    standard.rapidityEdges(), 5, 1000, TukeyBiweight.STANDARD, channel.relativeWidth());
            pairs.put(channel, new CalibrationPairs(measured, reference, TabulatedTarget.of(reference, options)));
        }
        return MethodInput.of(pairs);
    }

    /** What is left of the injected bias: k'/k_true - 1 of a leg whose correction was found to be {@code fitted}. */
    static double residual(
            CurvatureCorrection injected, CurvatureCorrection fitted, double pt, double eta, double phi, Charge q) {
        double measured = invert(injected, 1 / pt, eta, phi, q);
        return fitted.correct(measured, eta, phi, q) * pt - 1;
    }

    private void tryOne(DimuonSample.Builder builder) {
        double mass = mass();
        double[][] legs = decay(mass);
        double beta = 2 / (137.036 * Math.PI) * (2 * Math.log(mass / Units.MUON_MASS) - 1);
        double kept = 1 - Math.pow(random.nextDouble(), 1 / beta);
        int radiating = random.nextInt(2);
        double ptPlus = Math.hypot(legs[0][0], legs[0][1]) * (radiating == 0 ? kept : 1);
        double ptMinus = Math.hypot(legs[1][0], legs[1][1]) * (radiating == 1 ? kept : 1);
        if (!(ptPlus > 1) || !(ptMinus > 1)) {
            return;
        }
        Muon plus = measured(ptPlus, legs[0], Charge.POSITIVE);
        Muon minus = measured(ptMinus, legs[1], Charge.NEGATIVE);
        if (accepted(plus) && accepted(minus)) {
            Dimuon pair = new Dimuon(plus, minus, 1);
            double relative = 0.5 * Math.hypot(resolution(plus.k(), plus.eta()), resolution(minus.k(), minus.eta()));
            builder.add(new Dimuon(plus, minus, relative * pair.mass()));
        }
    }

    private double mass() {
        if (channel == Channel.JPSI) {
            return channel.mass();
        }
        double mass;
        do {
            mass = channel.mass() * (1 + channel.relativeWidth() * Math.tan(Math.PI * (random.nextDouble() - 0.5)));
        } while (Math.abs(mass - channel.mass()) > 40);
        return mass;
    }

    /** Three-momenta of both legs [GeV]. */
    private double[][] decay(double mass) {
        double p0 = channel == Channel.JPSI ? 5.072 : 8;
        double power = channel == Channel.JPSI ? 3.071 : 1.2;
        double minimum = channel == Channel.JPSI ? 6 : 0;
        double tail = Math.pow(1 + minimum * minimum / (p0 * p0), -power);
        double pt = p0 * Math.sqrt(Math.pow(tail * (1 - random.nextDouble()), -1 / power) - 1);
        double phi = 2 * Math.PI * random.nextDouble();
        double y = 2.4 * (2 * random.nextDouble() - 1);
        double mt = Math.hypot(mass, pt);
        double[] p = {pt * Math.cos(phi), pt * Math.sin(phi), mt * Math.sinh(y)};
        double energy = mt * Math.cosh(y);
        double cos = 2 * random.nextDouble() - 1;
        double sin = Math.sqrt(1 - cos * cos);
        double azimuth = 2 * Math.PI * random.nextDouble();
        double pStar = Math.sqrt(0.25 * mass * mass - Units.MUON_MASS * Units.MUON_MASS);
        double[] star = {pStar * sin * Math.cos(azimuth), pStar * sin * Math.sin(azimuth), pStar * cos};
        double along = (p[0] * star[0] + p[1] * star[1] + p[2] * star[2]) / (mass * (energy + mass));
        double[][] legs = new double[2][3];
        for (int i = 0; i < 3; i++) {
            double boost = along * p[i] + star[i];
            legs[0][i] = 0.5 * p[i] + boost;
            legs[1][i] = 0.5 * p[i] - boost;
        }
        return legs;
    }

    private Muon measured(double pt, double[] direction, Charge charge) {
        double ratio = direction[2] / Math.hypot(direction[0], direction[1]);
        double eta = Math.signum(ratio) * Math.log(Math.abs(ratio) + Math.hypot(1, ratio));
        double phi = Math.atan2(direction[1], direction[0]);
        double k = (1 + resolution(1 / pt, eta) * gauss.sample()) / pt;
        return new Muon(invert(injected, k, eta, phi, charge), eta, phi, charge);
    }

    /** The measured k that the injected correction takes to {@code wanted}, by fixed-point iteration. */
    private static double invert(CurvatureCorrection injected, double wanted, double eta, double phi, Charge charge) {
        double k = wanted;
        for (int i = 0; i < 8; i++) {
            k += wanted - injected.correct(k, eta, phi, charge);
        }
        return k;
    }

    private static double resolution(double k, double eta) {
        return Math.hypot(0.008 * (1 + 0.12 * eta * eta), 1.5e-4 / k);
    }

    private boolean accepted(Muon muon) {
        return muon.pt() > (channel == Channel.JPSI ? 3.5 : 20) && Math.abs(muon.eta()) < ETA_MAX;
    }
}
