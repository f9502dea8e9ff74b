/**
 * Unbinned maximum-likelihood fit of dimuon resonance peaks, for real data that comes without errors and without
 * simulation.
 *
 * <p>Start at {@link org.sagitta.calibration.peak.PeakModel}, which says what is fitted, and
 * {@link org.sagitta.calibration.peak.PeakFitter}, which fits it. The line shape is
 * {@link org.sagitta.calibration.peak.RadiativeLine}: photon radiation convolved with the track resolution, in closed
 * form. Curvature scales follow the convention of the whole project, k' = k (1 + A): a measured mass that is too low by
 * 1e-3 gives A = -1e-3.
 */
@NullMarked
package org.sagitta.calibration.peak;

import org.jspecify.annotations.NullMarked;
