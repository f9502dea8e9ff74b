package org.sagitta.data.generation;

/** Where a pair of muons comes from. */
public enum Origin {
    /** A resonance made in the collision. */
    PROMPT(0),
    /** A charmonium from the decay of a b hadron. */
    BEAUTY(1),
    /** No resonance, see {@link Continuum}. */
    CONTINUUM(2);

    private final int code;

    Origin(int code) {
        this.code = code;
    }

    /** Number in files: 0, 1, 2 in the order above. */
    public int code() {
        return code;
    }
}
