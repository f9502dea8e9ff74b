/**
 * Track parameters and their covariance; start at {@link org.sagitta.kalman.state.Param}, which decides the order of the
 * parameters for the whole project, then {@link org.sagitta.kalman.state.TrackState} (on a plane) and
 * {@link org.sagitta.kalman.state.PerigeeState} (at the beam line).
 */
@NullMarked
package org.sagitta.kalman.state;

import org.jspecify.annotations.NullMarked;
