package org.sagitta.calibration.method;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.EtaBinning;

/**
 * A linear scale of the transverse momentum per bin of eta, the same for both charges:
 *
 * <pre>   pT' = s0 + (1 + s1) pT,   that is   k' = k / (1 + s1 + s0 k)</pre>
 *
 * <p>s0 in GeV (energy loss), s1 without unit (field). Immutable.
 */
final class ScaleCorrection implements CurvatureCorrection {
    private final EtaBinning bins;
    private final double[] offset;
    private final double[] slope;

    ScaleCorrection(EtaBinning bins, double[] offset, double[] slope) {
        this.bins = bins;
        this.offset = offset.clone();
        this.slope = slope.clone();
    }

    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        int b = bins.indexOf(eta);
        return k / (1 + slope[b] + offset[b] * k);
    }
}
