package org.sagitta.calibration.method;

import java.util.Arrays;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.model.CurvatureCorrection;

/**
 * A multiplicative and an additive correction of the curvature in bins of direction:
 *
 * <pre>   k' = M k + q A,   that is   pT' = 1 / (M / pT + q A)</pre>
 *
 * <p>M is dimensionless, A in 1/GeV. Immutable.
 */
final class BinnedCurvature implements CurvatureCorrection {
    private final EtaPhiBinning bins;
    private final double[] multiplicative;
    private final double[] additive;

    BinnedCurvature(EtaPhiBinning bins, double[] multiplicative, double[] additive) {
        this.bins = bins;
        this.multiplicative = multiplicative.clone();
        this.additive = additive.clone();
    }

    /** k' = k. */
    static BinnedCurvature identity(EtaPhiBinning bins) {
        double[] ones = new double[bins.size()];
        Arrays.fill(ones, 1);
        return new BinnedCurvature(bins, ones, new double[bins.size()]);
    }

    /** This correction, and after it k'' = M k' + q A. */
    BinnedCurvature then(double[] nextMultiplicative, double[] nextAdditive) {
        double[] m = new double[multiplicative.length];
        double[] a = new double[additive.length];
        for (int b = 0; b < m.length; b++) {
            m[b] = nextMultiplicative[b] * multiplicative[b];
            a[b] = nextMultiplicative[b] * additive[b] + nextAdditive[b];
        }
        return new BinnedCurvature(bins, m, a);
    }

    @Override
    public double correct(double k, double eta, double phi, Charge charge) {
        int b = bins.indexOf(eta, phi);
        return multiplicative[b] * k + charge.sign() * additive[b];
    }
}
