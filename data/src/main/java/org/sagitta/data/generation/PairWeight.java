package org.sagitta.data.generation;

import org.sagitta.geometry.linear.Vec3;

/**
 * Factor that turns a sample into one of another model: the ratio of two densities at what was generated. A pure function
 * of the generated pair; no random numbers, the same whoever asks. Its mean over a sample without acceptance is 1, as both
 * densities are normalised; with an acceptance the mean says how the accepted cross section changes.
 */
@FunctionalInterface
public interface PairWeight {
    /** Weight of a pair, at least 0. */
    double of(GeneratedPair pair);

    /** Both factors. */
    default PairWeight times(PairWeight other) {
        return pair -> of(pair) * other.of(pair);
    }

    /** Another spectrum of transverse momentum; pairs from b decays, which have their own, keep weight 1. */
    static PairWeight pt(PtDistribution generated, PtDistribution wanted) {
        return pair -> {
            double pt = pair.boson().pt();
            return pair.origin() == Origin.BEAUTY || pt == 0 ? 1 : wanted.density(pt) / generated.density(pt);
        };
    }

    /**
     * Another line shape, at the mass of the boson before radiation; pairs of the continuum keep weight 1. Where the
     * generated line is zero so is the weight.
     */
    static PairWeight line(MassLine generated, MassLine wanted) {
        return pair -> {
            double mass = pair.boson().mass();
            double density = generated.density(mass);
            if (pair.origin() == Origin.CONTINUUM) {
                return 1;
            }
            return density > 0 ? wanted.density(mass) / density : 0;
        };
    }

    /** Another angular distribution, at the direction that the muons would have without radiation. */
    static PairWeight angles(DecayAngles generated, DecayAngles wanted) {
        return pair -> {
            Vec3 axis = DecayFrame.positiveAxis(pair);
            double density = generated.density(pair.boson(), axis);
            return density > 0 ? wanted.density(pair.boson(), axis) / density : 0;
        };
    }
}
