package org.sagitta.calibration.peak;

import java.util.List;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.CurvatureCorrection;

/** The curvature correction that a peak fit found, in the form of its {@link ScaleModel}. Immutable. */
public final class ScaleCorrection implements CurvatureCorrection {
    private final List<ScaleTerm> terms;
    private final double[] parameters;

    /** @throws IllegalArgumentException if the fit determined an offset of the mass, which corrects no curvature */
    public ScaleCorrection(PeakFit fit) {
        ScaleModel scale = fit.model().scale();
        if (scale.isMassOffset()) {
            throw new IllegalArgumentException("a mass offset corrects no curvature");
        }
        this.terms = scale.terms();
        this.parameters = new double[scale.size()];
        for (int j = 0; j < parameters.length; j++) {
            parameters[j] = fit.scale(j);
        }
    }

    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        PeakLeg leg = new PeakLeg(eta, 1 / k, charge, 0);
        double ratio = 1;
        for (int j = 0; j < parameters.length; j++) {
            ratio += parameters[j] * terms.get(j).basis(leg);
        }
        return k * ratio;
    }
}
