/**
 * The mass that a fit expects of a pair; start at {@link org.sagitta.calibration.target.MassTarget} and, for the smooth
 * function from a template of the radiation, at {@link org.sagitta.calibration.target.TemplateTarget}. It is never the
 * mass of a particle table: radiation, resolution and selection move the peak by more than the calibration may be wrong.
 */
@NullMarked
package org.sagitta.calibration.target;

import org.jspecify.annotations.NullMarked;
