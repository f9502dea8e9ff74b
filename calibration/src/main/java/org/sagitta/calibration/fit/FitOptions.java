package org.sagitta.calibration.fit;

import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.robust.Loss;
import org.sagitta.calibration.robust.TukeyBiweight;

/**
 * What a calibration fit is told.
 *
 * @param model the parameters
 * @param priors what is known of them before
 * @param loss how a pair counts, as a function of its pull
 * @param sigmaFloor relative mass error that is added in quadrature to the one of each pair
 * @param tolerance the iteration ends when no parameter moves by more than this part of its standard deviation; the last
 *     step is taken
 * @param maxIterations after so many iterations it fails
 */
public record FitOptions(
        AemModel model, Priors priors, Loss loss, double sigmaFloor, double tolerance, int maxIterations) {

    /** Checks the numbers. */
    public FitOptions {
        if (!(sigmaFloor >= 0) || !(tolerance > 0) || maxIterations < 1) {
            throw new IllegalArgumentException("fit: sigma floor = " + sigmaFloor + ", tolerance = " + tolerance
                    + ", iterations = " + maxIterations + "; they must be at least 0, above 0, at least 1");
        }
    }

    /** Standard priors, biweight, floor 0.1 %, tolerance 0.01, 50 iterations. */
    public static FitOptions standard(AemModel model) {
        return new FitOptions(model, Priors.STANDARD, TukeyBiweight.STANDARD, 1e-3, 1e-2, 50);
    }

    /** The same with another loss. */
    public FitOptions withLoss(Loss other) {
        return new FitOptions(model, priors, other, sigmaFloor, tolerance, maxIterations);
    }

    /** The same with another floor. */
    public FitOptions withSigmaFloor(double other) {
        return new FitOptions(model, priors, loss, other, tolerance, maxIterations);
    }

    /** The same with another limit on the iterations. */
    public FitOptions withMaxIterations(int other) {
        return new FitOptions(model, priors, loss, sigmaFloor, tolerance, other);
    }
}
