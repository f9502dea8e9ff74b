package org.sagitta.data.scenario;

/** What the ideal partner of a scenario knows of the random processes of its truth. */
public enum Reference {
    /** Nothing: its truth is what the reconstruction believes. */
    IDEAL,
    /**
     * All: losses, scattering, radiation, hit errors and wrong hits follow the same laws as in the truth, as in the simulation of an
     * experiment. Field, amount of matter and positions are those of the reconstruction.
     */
    SIMULATION
}
