package org.sagitta.kalman.material;

/** Which energy loss is taken into account; scattering always is. */
public enum EnergyLoss {
    /** Mean loss by ionisation and its variance. */
    IONISATION,
    /**
     * Most probable loss, where most muons are: the mean is drawn up by few that lose much. The variance stays that of all
     * muons, which is too large for most.
     */
    MOST_PROBABLE,
    /** Neither loss nor straggling. */
    NONE
}
