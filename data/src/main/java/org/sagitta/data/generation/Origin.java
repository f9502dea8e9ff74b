package org.sagitta.data.generation;

/** Where a pair of muons comes from. */
public enum Origin {
    /** A resonance made in the collision. */
    PROMPT,
    /** A charmonium from the decay of a b hadron. */
    BEAUTY,
    /** No resonance, see {@link Continuum}. */
    CONTINUUM
}
