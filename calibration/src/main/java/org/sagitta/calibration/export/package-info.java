/**
 * Corrections in the formats of other people's programs. Start at {@link
 * org.sagitta.calibration.export.CorrectionlibJson}; our own format is {@link org.sagitta.calibration.CorrectionJson}.
 */
@NullMarked
package org.sagitta.calibration.export;

import org.jspecify.annotations.NullMarked;
