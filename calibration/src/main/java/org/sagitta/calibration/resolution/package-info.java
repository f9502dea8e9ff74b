/**
 * The resolution of curvatures: as a function of eta and pT ({@link
 * org.sagitta.calibration.resolution.ResolutionModel}), found from the width of a mass peak ({@link
 * org.sagitta.calibration.resolution.ResolutionFit}), and the random numbers that make simulated muons as wide as those
 * of data ({@link org.sagitta.calibration.resolution.MuonSmearing}, with which to start).
 */
@NullMarked
package org.sagitta.calibration.resolution;

import org.jspecify.annotations.NullMarked;
