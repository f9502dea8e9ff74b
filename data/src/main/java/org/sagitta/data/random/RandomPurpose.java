package org.sagitta.data.random;

/**
 * What a stream of random numbers is used for. Each purpose draws from its own sequence, so that one more draw in the
 * simulation of one leg leaves the generated event and the other leg as they were.
 */
public enum RandomPurpose {
    GENERATION(1),
    SIMULATION_PLUS(2),
    SIMULATION_MINUS(3),
    ALIGNMENT(4),
    TEST(5),
    /** Matter beside the sensors: three deviates per surface met. */
    MATTER(6),
    /** Clusters and wrong hits. */
    HITS(7),
    /** Photons of muons where there may be several, and what is added to events of other generators. */
    RADIATION(8),
    /** What a decay needs beyond the draws of the isotropic one with one photon. */
    DECAY(9),
    /** Radiation of muons in the matter of sensors: one uniform number per sensor crossed. */
    MATTER_RADIATION(10),
    /** Radiation of muons in matter beside the sensors: one uniform number per surface met. */
    SURFACE_RADIATION(11);

    private final long id;

    RandomPurpose(long id) {
        this.id = id;
    }

    /** Stable number of the purpose; part of the reproducibility contract, unlike the ordinal. */
    public long id() {
        return id;
    }
}
