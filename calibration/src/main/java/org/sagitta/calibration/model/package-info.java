/**
 * What is corrected and by which parameters; start at {@link org.sagitta.calibration.model.AemModel} (the parameters A,
 * e, M and their order) and {@link org.sagitta.calibration.model.AemCorrection} (their values and covariance). The three
 * terms have shapes of their own: {@link org.sagitta.calibration.model.FieldShape}, {@link
 * org.sagitta.calibration.model.LossShape}, {@link org.sagitta.calibration.model.MisalignmentShape}. {@link
 * org.sagitta.calibration.model.FieldRatio} is the pre-correction from one field to another.
 */
@NullMarked
package org.sagitta.calibration.model;

import org.jspecify.annotations.NullMarked;
