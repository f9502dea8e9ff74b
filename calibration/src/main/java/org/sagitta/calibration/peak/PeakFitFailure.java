package org.sagitta.calibration.peak;

/**
 * A peak fit without a result.
 *
 * @param reason what went wrong
 * @param detail the numbers behind it, one line
 */
public record PeakFitFailure(Reason reason, String detail) implements PeakFitResult {
    /** Why a fit has no result. */
    public enum Reason {
        /** Not enough pairs inside the window for the number of parameters. */
        TOO_FEW_PAIRS,
        /** The minimum was not reached, as told by the estimated distance to it. */
        NOT_CONVERGED,
        /** The second derivatives at the minimum are not positive definite: the data do not determine all parameters. */
        HESSIAN_NOT_POSITIVE
    }
}
