/**
 * Muons and pairs of them as the calibration sees them; start at {@link org.sagitta.calibration.dimuon.Dimuon}. Many of
 * them are kept as columns in a {@link org.sagitta.calibration.dimuon.DimuonSample}.
 */
@NullMarked
package org.sagitta.calibration.dimuon;

import org.jspecify.annotations.NullMarked;
