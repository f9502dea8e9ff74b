package org.sagitta.calibration.fit;

import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter;

/**
 * What is known of the parameters before the fit: zero, with these standard deviations.
 *
 * @param sigmaA of each A: of A1 and A2, of the value in each bin, of each coefficient of a spline, and of their harmonics;
 *     dimensionless
 * @param sigmaE of each e, be it of pT or of the total momentum [GeV]
 * @param sigmaM of each M: of the constant and of each harmonic [1/GeV]
 */
public record Priors(double sigmaA, double sigmaE, double sigmaM) {
    /**
     * A 0.005, e 0.05 GeV as in the KaMuCa calibration (bachtis/Analysis, branch KaMuCa_V4); M 0.005 /GeV, ten times
     * theirs, so that a rotation of layers by its default amplitude (1.7e-3 /GeV) is not pulled towards zero.
     */
    public static final Priors STANDARD = new Priors(0.005, 0.05, 0.005);

    /** Checks the numbers. */
    public Priors {
        if (!(sigmaA > 0) || !(sigmaE > 0) || !(sigmaM > 0)) {
            throw new IllegalArgumentException("priors: sigma A = " + sigmaA + ", e = " + sigmaE + " GeV, M = " + sigmaM
                    + " /GeV; all must be positive");
        }
    }

    /** Standard deviation of one parameter, in its unit. */
    public double sigma(AemParameter parameter) {
        return switch (parameter.kind()) {
            case A -> sigmaA;
            case E -> sigmaE;
            case M -> sigmaM;
        };
    }

    /** 1 / sigma^2 of all parameters of a model. */
    public double[] precisions(AemModel model) {
        return model.parameters().stream()
                .mapToDouble(p -> 1 / (sigma(p) * sigma(p)))
                .toArray();
    }
}
