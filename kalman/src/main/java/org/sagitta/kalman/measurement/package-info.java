/** Hits as a sensor reports them and their projections in the fit; start at {@link org.sagitta.kalman.measurement.Hit}. */
@NullMarked
package org.sagitta.kalman.measurement;

import org.jspecify.annotations.NullMarked;
