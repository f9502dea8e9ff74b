package org.sagitta.calibration.method;

import java.util.List;
import org.sagitta.calibration.dimuon.Charge;

/**
 * A menu of scale functions. The first five are those of the same numbers of MuScleFit (CMS software,
 * MuonAnalysis/MomentumScaleCalibration, Functions.h), with a0 counted from 1; the last is its type 50 with one range of
 * eta instead of five, and a constant.
 */
public enum ScaleFunction {
    /** pT' = pT (1 + a0 + a1 pT). */
    TYPE_1(1e-4, 2e-6),
    /** pT' = pT (1 + a0 + a1 |eta|). */
    TYPE_2(1e-4, 1e-4),
    /** pT' = pT (1 + a0 + a1 sin phi). */
    TYPE_3(1e-4, 1e-4),
    /** pT' = pT (1 + a0 + a1 pT + a2 |eta| + a3 sin phi). */
    TYPE_7(1e-4, 2e-6, 1e-4, 1e-4),
    /** pT' = pT (1 + a0 + a1 pT + a2 |eta| + a3 eta^2). */
    TYPE_8(1e-4, 2e-6, 1e-4, 1e-4),
    /** k' = (1 + a0) (k + q (a1 + a2 eta + a3 sin phi + a4 cos phi)). */
    CURVATURE(1e-4, 5e-6, 5e-6, 5e-6, 5e-6);

    private final List<Double> units;

    ScaleFunction(Double... units) {
        this.units = List.of(units);
    }

    /** Number of parameters. */
    public int parameters() {
        return units.size();
    }

    /** A typical error of a parameter: the unit in which a fit steps. a0 to a3 have none, but those of pT and q 1/GeV. */
    double unit(int parameter) {
        return units.get(parameter);
    }

    /**
     * The corrected curvature [1/GeV].
     *
     * @param a one value per parameter; all zero is k' = k
     */
    public double correct(double k, double eta, double phi, Charge charge, double... a) {
        return switch (this) {
            case TYPE_1 -> k / (1 + a[0] + a[1] / k);
            case TYPE_2 -> k / (1 + a[0] + a[1] * Math.abs(eta));
            case TYPE_3 -> k / (1 + a[0] + a[1] * Math.sin(phi));
            case TYPE_7 -> k / (1 + a[0] + a[1] / k + a[2] * Math.abs(eta) + a[3] * Math.sin(phi));
            case TYPE_8 -> k / (1 + a[0] + a[1] / k + a[2] * Math.abs(eta) + a[3] * eta * eta);
            case CURVATURE -> (1 + a[0])
                    * (k + charge.sign() * (a[1] + a[2] * eta + a[3] * Math.sin(phi) + a[4] * Math.cos(phi)));
        };
    }
}
