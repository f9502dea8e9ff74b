/**
 * From hits to track parameters at the beam line; start at {@link org.sagitta.kalman.fit.TrackFitter}. This is the text
 * that people read and the definition that faster kernels are tested against.
 */
@NullMarked
package org.sagitta.kalman.fit;

import org.jspecify.annotations.NullMarked;
