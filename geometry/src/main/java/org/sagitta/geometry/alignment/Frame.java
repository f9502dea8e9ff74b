package org.sagitta.geometry.alignment;

/** In which axes a displacement is given. */
public enum Frame {
    /** The axes of the experiment. */
    GLOBAL,
    /** The local axes of the structure, see {@link Structure}. */
    LOCAL
}
