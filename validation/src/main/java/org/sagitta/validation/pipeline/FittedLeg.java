package org.sagitta.validation.pipeline;

import org.sagitta.kalman.state.PerigeeState;

/** What is kept of a fitted track: everything but the states along the way. {@code planes} is the number of hits. */
record FittedLeg(PerigeeState perigee, double chi2, int ndof, int planes) {}
