/**
 * How two fields differ and how good a field one is: ratios over the volume ({@link
 * org.sagitta.fieldmap.compare.FieldRatioMap}) and along tracks ({@link org.sagitta.fieldmap.compare.TrackFieldRatio}, start
 * here), divergence and curl ({@link org.sagitta.fieldmap.compare.MaxwellResiduals}), and the in-situ scale factors ({@link
 * org.sagitta.fieldmap.compare.InSituField}).
 */
@NullMarked
package org.sagitta.fieldmap.compare;

import org.jspecify.annotations.NullMarked;
