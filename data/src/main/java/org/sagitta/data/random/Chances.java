package org.sagitta.data.random;

/**
 * How the numbers of an event are taken. An event simulated once with each has antithetic twins (Hammersley and Morton, Proc.
 * Cambridge Phil. Soc. 52 (1956) 449): what is linear in the Gaussian numbers cancels in their mean.
 */
public enum Chances {
    /** As they are drawn. */
    DRAWN,
    /** The same numbers, but Gaussian ones with the opposite sign. */
    MIRRORED
}
