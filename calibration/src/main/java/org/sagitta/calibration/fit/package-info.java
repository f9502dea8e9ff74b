/**
 * From many pairs to the parameters. Start at {@link org.sagitta.calibration.fit.ReferencedCalibration}, the calibration
 * that a run uses. It runs {@link org.sagitta.calibration.fit.IterativeCalibration} twice, which sums pairs in a
 * {@link org.sagitta.calibration.fit.InformationSum}. {@link
 * org.sagitta.calibration.fit.SequentialKalmanCalibrator} does the same one pair after the other.
 */
@NullMarked
package org.sagitta.calibration.fit;

import org.jspecify.annotations.NullMarked;
