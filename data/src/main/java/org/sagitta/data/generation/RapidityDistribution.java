package org.sagitta.data.generation;

import org.sagitta.data.random.EventRandom;

/** A spectrum of rapidity, the same at y and at -y. */
public interface RapidityDistribution {
    /** Density up to a factor that is the same at all rapidities. */
    double density(double y);

    /** Draws a rapidity with |y| up to {@code absYMax}. */
    double sample(EventRandom random, double absYMax);
}
