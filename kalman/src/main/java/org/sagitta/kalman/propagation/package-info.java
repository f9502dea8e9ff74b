/**
 * The flight of a charged particle through a magnetic field; start at {@link org.sagitta.kalman.propagation.Stepper},
 * which states the equation of motion, then {@link org.sagitta.kalman.propagation.Propagator}.
 */
@NullMarked
package org.sagitta.kalman.propagation;

import org.jspecify.annotations.NullMarked;
