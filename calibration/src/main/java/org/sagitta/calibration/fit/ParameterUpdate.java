package org.sagitta.calibration.fit;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemParameter;

/**
 * What another, independent sample says about some of the parameters, put together with a calibration: one step of a
 * Kalman filter (R. Fruehwirth, Nucl. Instrum. Meth. A 262 (1987) 444) with the residuals r of these parameters,
 *
 * <pre>   K = C H^T (H C H^T + V)^-1,   p' = p + K r,   C' = C - K H C</pre>
 *
 * <p>H picks the parameters out. Those that were not measured follow through their correlations.
 */
public final class ParameterUpdate {
    private ParameterUpdate() {}

    /**
     * The calibration after the measurement.
     *
     * @param calibration p and C
     * @param residual r and V: a fit to pairs that {@code calibration} has corrected; its parameters are some of those
     *     of the calibration, with the same names
     * @throws IllegalArgumentException if the calibration has no parameter of such a name
     */
    public static AemCorrection of(AemCorrection calibration, AemCorrection residual) {
        DMatrixRMaj c = new DMatrixRMaj(calibration.covariance().toArray());
        DMatrixRMaj h = selection(calibration, residual);
        DMatrixRMaj hc = multiply(h, c);
        DMatrixRMaj s = new DMatrixRMaj(residual.covariance().toArray());
        CommonOps_DDRM.multAddTransB(hc, h, s);
        DMatrixRMaj gainTransposed = multiply(Symmetric.inverse(s), hc);
        double[] values = calibration.values();
        for (int j = 0; j < residual.model().size(); j++) {
            for (int i = 0; i < values.length; i++) {
                values[i] += gainTransposed.get(j, i) * residual.value(j);
            }
        }
        CommonOps_DDRM.multAddTransA(-1, gainTransposed, hc, c);
        return new AemCorrection(calibration.model(), values, Symmetric.covariance(c));
    }

    private static DMatrixRMaj selection(AemCorrection calibration, AemCorrection residual) {
        List<AemParameter> measured = residual.model().parameters();
        DMatrixRMaj h = new DMatrixRMaj(measured.size(), calibration.model().size());
        for (int j = 0; j < measured.size(); j++) {
            h.set(j, calibration.model().indexOf(measured.get(j).name()), 1);
        }
        return h;
    }

    private static DMatrixRMaj multiply(DMatrixRMaj a, DMatrixRMaj b) {
        DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
        CommonOps_DDRM.mult(a, b, product);
        return product;
    }
}
