/**
 * Event display files of CMS ({@code .ig}): a zip with one JSON text for each event. Start at
 * {@link org.sagitta.data.io.ig.IgFile}. Metres become millimetres here; what the numbers mean for a track fit is the
 * business of {@code data.recorded}.
 */
@NullMarked
package org.sagitta.data.io.ig;

import org.jspecify.annotations.NullMarked;
