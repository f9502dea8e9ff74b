package org.sagitta.kalman.propagation;

/** Where a propagation ended: at its target, or lost. */
public sealed interface Propagation permits Transported, Lost {}
