package org.sagitta.data.generation;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.data.random.EventRandom;

/**
 * Splits a lost share of m^2 into the shares of single photons.
 *
 * <p>Independent soft photons are a Poisson process of intensity beta dx / x. Given that their shares add to X, the shares
 * over X are a Poisson-Dirichlet partition, which is drawn by breaking a stick: each photon takes a part 1 - u^(1/beta) of
 * what is left (McCloskey; Pitman, Combinatorial Stochastic Processes, Springer 2006). With X^beta for the sum
 * this is the process itself, given that the sum is below 1: no cut divides real from virtual photons.
 *
 * @param beta of {@link FinalStateRadiation#exponent}
 * @param kind whether hard photons are thinned
 */
record PhotonShares(double beta, Radiation kind) {
    /** Below this share of m^2, 0.05 keV at the Z and 2 eV at the J/psi, nothing is split off or radiated at all. */
    static final double SOFTEST = 1e-9;

    /**
     * Draws the shares.
     *
     * @param sum share of m^2 that all photons take together
     * @return shares of the photons; they add to {@code sum} unless hard photons are thinned
     */
    List<Double> sample(double sum, EventRandom random) {
        List<Double> shares = new ArrayList<>();
        double left = sum;
        while (left > SOFTEST) {
            double rest = left * Math.pow(random.uniform(), 1 / beta);
            double share = rest > SOFTEST ? left - rest : left;
            if (kept(share, random)) {
                shares.add(share);
            }
            left = rest;
        }
        return shares;
    }

    private boolean kept(double share, EventRandom random) {
        return kind != Radiation.MULTI_PHOTON_CORRECTED || random.uniform() < 0.5 * (1 + (1 - share) * (1 - share));
    }
}
