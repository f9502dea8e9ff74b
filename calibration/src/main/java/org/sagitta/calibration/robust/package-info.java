/**
 * How strongly an event counts: radiation tails and background must not drag a mean, window edges must not make it
 * jump. Start at {@link org.sagitta.calibration.robust.Loss}; {@link org.sagitta.calibration.robust.RobustLocation} is
 * the simplest user of it.
 */
@NullMarked
package org.sagitta.calibration.robust;

import org.jspecify.annotations.NullMarked;
