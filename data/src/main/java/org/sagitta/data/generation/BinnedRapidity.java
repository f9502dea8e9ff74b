package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;

/**
 * Rapidity with a published spectrum of |y|, both signs alike; one number is drawn.
 *
 * @param absolute spectrum of |y|
 * @param limit largest |y| that the energy allows
 */
public record BinnedRapidity(BinnedSpectrum absolute, double limit) implements RapidityDistribution {
    public BinnedRapidity {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("rapidity limit " + limit + ", allowed are values above 0");
        }
    }

    @Override
    public double density(double y) {
        return Math.abs(y) > limit ? 0 : absolute.density(Math.abs(y));
    }

    @Override
    public double sample(EventRandom random, double absYMax) {
        double v = random.uniform(-1, 1);
        double share = Math.abs(v) * absolute.cumulative(Math.min(absYMax, limit));
        return Math.copySign(absolute.quantile(share), v);
    }
}
