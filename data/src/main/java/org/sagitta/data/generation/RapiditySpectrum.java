package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;

/**
 * Rapidity spectrum: flat up to |y| = plateau, then falling as a Gaussian, cut at the kinematic limit.
 *
 * @param plateau |y| up to which the density is constant; zero makes it a plain Gaussian
 * @param sigma standard deviation of the fall
 * @param limit largest |y|
 */
public record RapiditySpectrum(double plateau, double sigma, double limit) implements RapidityDistribution {
    public RapiditySpectrum {
        if (!(plateau >= 0) || !(sigma > 0) || !(limit > 0)) {
            throw new IllegalArgumentException("rapidity spectrum with plateau " + plateau + ", sigma " + sigma
                    + ", limit " + limit + ", allowed are values above 0 (plateau: from 0)");
        }
    }

    /** Density relative to that at y = 0. */
    @Override
    public double density(double y) {
        double distance = Math.abs(y) - plateau;
        if (distance <= 0) {
            return 1;
        }
        double t = distance / sigma;
        return Math.abs(y) > limit ? 0 : Math.exp(-0.5 * t * t);
    }

    /**
     * Draws a rapidity with |y| up to {@code absYMax} by acceptance against the flat density, exact and, in the range of
     * the tracker, cheap because the spectra hardly fall there.
     */
    @Override
    public double sample(EventRandom random, double absYMax) {
        double edge = Math.min(absYMax, limit);
        while (true) {
            double y = random.uniform(-edge, edge);
            double density = density(y);
            if (density >= 1 || random.uniform() < density) {
                return y;
            }
        }
    }
}
