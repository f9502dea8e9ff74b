/**
 * The ways in which experiments calibrate muon momenta, side by side. Start at
 * {@link org.sagitta.calibration.method.CalibrationMethod}: each implementation is one school and says in its text what it
 * measures, what it sees and to what it is blind. {@link org.sagitta.calibration.method.CalibrationMethods} lists them.
 *
 * <p>All of them get the same {@link org.sagitta.calibration.method.MethodInput}: pairs to calibrate, pairs of the ideal
 * world (the simulation of an experiment) and the mass that a pair should have. None of them sees a truth. All of them
 * return corrections in our convention, {@code k' = f(k, eta, phi, q)}, so that they can be compared.
 */
@NullMarked
package org.sagitta.calibration.method;

import org.jspecify.annotations.NullMarked;
