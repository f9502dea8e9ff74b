package org.sagitta.validation.study;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.AemParameter;
import org.sagitta.calibration.model.Covariance;

/**
 * Which truths pseudo-experiments have: each parameter of the model is drawn from a normal distribution of mean zero and
 * this standard deviation. They are far inside the priors of the fit and about as large as what the bundled scenario is
 * wrong by.
 *
 * @param sigmaA of the terms of A, dimensionless
 * @param sigmaE of each e [GeV]
 * @param sigmaM of each M [1/GeV]
 */
public record InjectedBias(double sigmaA, double sigmaE, double sigmaM) {
    /** 5e-4 for A, 3 MeV for e, 1e-5 /GeV for M. */
    public static final InjectedBias STANDARD = new InjectedBias(5e-4, 3e-3, 1e-5);

    /** Passes over the inverse; each one gains three digits or more. */
    private static final int PASSES = 6;

    /** Checks the numbers. */
    public InjectedBias {
        if (!(sigmaA >= 0) || !(sigmaE >= 0) || !(sigmaM >= 0) || !Double.isFinite(sigmaA + sigmaE + sigmaM)) {
            throw new IllegalArgumentException("injected bias: sigma A = " + sigmaA + ", e = " + sigmaE + " GeV, M = "
                    + sigmaM + " /GeV; all must be finite and at least 0");
        }
    }

    /** Draws a truth: the correction that a calibration should find. */
    public AemCorrection draw(AemModel model, DoubleSupplier gaussian) {
        double[] values = new double[model.size()];
        Arrays.setAll(values, i -> sigma(model.parameters().get(i)) * gaussian.getAsDouble());
        return new AemCorrection(model, values, Covariance.zero(model.size()));
    }

    private double sigma(AemParameter parameter) {
        return switch (parameter.kind()) {
            case A -> sigmaA;
            case E -> sigmaE;
            case M -> sigmaM;
        };
    }

    /**
     * The inverse of a correction: the measured curvature [1/GeV] that it corrects to {@code k}. Found by k_{n+1} = k_n + k -
     * k'(k_n), which converges as fast as the correction is small.
     */
    public static double biased(AemCorrection truth, double k, double eta, double phi, Charge charge) {
        double measured = k;
        for (int i = 0; i < PASSES; i++) {
            measured += k - truth.correct(measured, eta, phi, charge);
        }
        return measured;
    }
}
