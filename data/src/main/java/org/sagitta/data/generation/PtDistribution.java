package org.sagitta.data.generation;

/** A normalised spectrum of transverse momentum. */
public interface PtDistribution {
    /** Probability per GeV. */
    double density(double pt);

    /** Share of the spectrum above {@code pt} [GeV]. */
    double shareAbove(double pt);

    /** The pT [GeV] at which a share {@code u} in [0, 1) of the spectrum above {@code ptMin} lies below. */
    double sample(double u, double ptMin);
}
