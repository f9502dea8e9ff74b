package org.sagitta.calibration.method;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.CurvatureCorrection;

/** One correction, then another on its result. A track that bends the other way after the first is left there. */
record ChainedCorrection(CurvatureCorrection first, CurvatureCorrection second) implements CurvatureCorrection {
    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        double once = first.correct(k, eta, phi, charge);
        return once > 0 ? second.correct(once, eta, phi, charge) : once;
    }
}
