package org.sagitta.calibration.peak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.sagitta.calibration.dimuon.Charge;

/** Pairs drawn from the definition of the model, step by step and without its formulas. */
final class ToyPairs {
    private final UniformRandomProvider random;
    private final PeakModel model;
    private final ResolutionShape resolution;
    private final double signalFraction;
    private final double[] shares;
    private final ToDoubleFunction<PeakLeg> ratio;
    private final double massOffset;

    ToyPairs(long seed, PeakModel model, ResolutionShape resolution, double signalFraction, double[] shares) {
        this(seed, model, resolution, signalFraction, shares, leg -> 1, 0);
    }

    /** @param ratio k'/k of each leg: what the fit should find */
    ToyPairs(
            long seed,
            PeakModel model,
            ResolutionShape resolution,
            double signalFraction,
            double[] shares,
            ToDoubleFunction<PeakLeg> ratio,
            double massOffset) {
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.model = model;
        this.resolution = resolution;
        this.signalFraction = signalFraction;
        this.shares = shares.clone();
        this.ratio = ratio;
        this.massOffset = massOffset;
    }

    List<PeakPair> draw(int count) {
        List<PeakPair> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            PeakPair pair = one();
            if (model.window().contains(pair.mass())) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private PeakPair one() {
        double absEta = 2.4 * random.nextDouble();
        PeakLeg first = leg(absEta, Charge.POSITIVE);
        PeakLeg second = leg(Math.min(2.4, Math.abs(absEta + 0.6 * (random.nextDouble() - 0.5))), Charge.NEGATIVE);
        MassWindow window = model.window();
        if (random.nextDouble() >= signalFraction) {
            return new PeakPair(background(window), first, second);
        }
        // a signal outside the window is drawn again, so that the fraction is that inside the window
        double mass = signal(first, second);
        while (!window.contains(mass)) {
            mass = signal(first, second);
        }
        return new PeakPair(mass, first, second);
    }

    private PeakLeg leg(double absEta, Charge charge) {
        double pt = 4 - 6 * Math.log(1 - random.nextDouble());
        return new PeakLeg(absEta, pt, charge, 0.49 + 0.008 * random.nextDouble());
    }

    /** Falls by exp(-0.8) across the window. */
    private double background(MassWindow window) {
        while (true) {
            double t = random.nextDouble();
            if (random.nextDouble() < Math.exp(-0.8 * t)) {
                return window.low() + t * window.width();
            }
        }
    }

    private double signal(PeakLeg first, PeakLeg second) {
        double u = random.nextDouble();
        int line = 0;
        while (u > shares[line]) {
            u -= shares[line++];
        }
        double nominal = model.lineMasses().get(line);
        double x = Math.pow(random.nextDouble(), 1 / FinalStateRadiation.exponent(nominal));
        double trueMass = nominal * Math.sqrt(1 - x);
        double sigma = resolution.sigma(new PeakPair(nominal, first, second), model.bins());
        double width =
                random.nextDouble() < resolution.tailFraction() ? ResolutionShape.TAIL_WIDTH_RATIO * sigma : sigma;
        double g = ZigguratSampler.NormalizedGaussian.of(random).sample();
        double scale = Math.pow(ratio.applyAsDouble(first), first.weight())
                * Math.pow(ratio.applyAsDouble(second), second.weight())
                * (1 + massOffset);
        return trueMass * scale / Math.sqrt(Math.max(1e-6, 1 + 2 * width * g));
    }
}
