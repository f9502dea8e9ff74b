/**
 * Calibrations from the shape of the mass peak, beside the robust location of {@code calibration.fit}. Start at {@link
 * org.sagitta.calibration.likelihood.PeakShape}, the density of the masses of pairs with a given error.
 */
@NullMarked
package org.sagitta.calibration.likelihood;

import org.jspecify.annotations.NullMarked;
