package org.sagitta.kalman.material;

/** Whether energy loss is taken into account; scattering always is. */
public enum EnergyLoss {
    /** Mean loss and its variance. */
    IONISATION,
    /** Neither loss nor straggling. */
    NONE
}
