/**
 * The momentum calibration of muons from the mass of a resonance. It knows curvatures, angles, charges, masses and their
 * errors, and no track, field or file; so it works unchanged on simulated and on real muons.
 *
 * <p>A newcomer starts at the end: {@link org.sagitta.calibration.Correction} is what users carry away. Behind it, in
 * the order in which a pair of muons meets them: {@code dimuon} (a pair and its mass), {@code model} (the parameters A,
 * e and M), {@code target} (the mass that the fit expects), {@code robust} (how an event is weighted) and {@code fit}
 * (from many pairs to the parameters).
 */
@NullMarked
package org.sagitta.calibration;

import org.jspecify.annotations.NullMarked;
