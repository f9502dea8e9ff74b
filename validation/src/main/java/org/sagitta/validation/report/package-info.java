/**
 * Figures of the studies as SVG. A {@link org.sagitta.validation.report.Figure} is a column of
 * {@link org.sagitta.validation.report.Panel panels} over one horizontal axis, each panel a list of
 * {@link org.sagitta.validation.report.Series}; start there. {@link org.sagitta.validation.report.PeakChart} adds the
 * pull panel of a peak.
 *
 * <p>The style is the one that particle physicists expect: ticks inwards on all sides, points with error bars for what
 * was measured, lines for models. Label and context are texts of the caller; nothing here writes the name of an
 * experiment.
 */
@NullMarked
package org.sagitta.validation.report;

import org.jspecify.annotations.NullMarked;
