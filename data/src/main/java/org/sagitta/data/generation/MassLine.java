package org.sagitta.data.generation;

/** Distribution of the mass of a resonance inside a window. */
public interface MassLine {
    /** Probability per GeV at the mass {@code m} [GeV], zero outside the window. */
    double density(double m);

    /** Share of the window below the mass {@code m} [GeV]. */
    double cumulative(double m);

    /** The mass [GeV] below which a share {@code u} in [0, 1] of the window lies. */
    double sample(double u);

    /** Upper end of the window [GeV]. */
    double high();
}
