package org.sagitta.calibration.method;

import java.util.Locale;
import java.util.Optional;
import org.sagitta.calibration.model.CurvatureCorrection;

/**
 * What a method found.
 *
 * @param correction of measured curvatures
 * @param unsettled what still moved after the last pass that the method allows itself, in one line; empty if nothing did
 */
public record MethodCorrection(CurvatureCorrection correction, Optional<String> unsettled) {

    static MethodCorrection settled(CurvatureCorrection correction) {
        return new MethodCorrection(correction, Optional.empty());
    }

    /**
     * The end of an iteration over bins of direction.
     *
     * @param lastStep the largest change of a bin in the last pass, relative to the curvature
     * @param tolerance the largest that is allowed at the end
     */
    static MethodCorrection after(int passes, double lastStep, double tolerance, CurvatureCorrection correction) {
        if (lastStep <= tolerance) {
            return settled(correction);
        }
        String unsettled = String.format(
                Locale.ROOT,
                "after %d passes a bin still moves by %.2g of the curvature, allowed is %.2g",
                passes,
                lastStep,
                tolerance);
        return new MethodCorrection(correction, Optional.of(unsettled));
    }

    /** The same with another correction after this one, which has settled. */
    MethodCorrection then(CurvatureCorrection next) {
        return new MethodCorrection(new ChainedCorrection(correction, next), unsettled);
    }
}
