package org.sagitta.calibration.method;

import org.sagitta.calibration.dimuon.Charge;

/**
 * A menu of scale functions. The first five are those of the same numbers of MuScleFit (CMS software,
 * MuonAnalysis/MomentumScaleCalibration, Functions.h), with a0 counted from 1; the last is its type 50 with one range of
 * eta instead of five, and a constant.
 */
public enum ScaleFunction {
    /** pT' = pT (1 + a0 + a1 pT). */
    TYPE_1(2),
    /** pT' = pT (1 + a0 + a1 |eta|). */
    TYPE_2(2),
    /** pT' = pT (1 + a0 + a1 sin phi). */
    TYPE_3(2),
    /** pT' = pT (1 + a0 + a1 pT + a2 |eta| + a3 sin phi). */
    TYPE_7(4),
    /** pT' = pT (1 + a0 + a1 pT + a2 |eta| + a3 eta^2). */
    TYPE_8(4),
    /** k' = (1 + a0) (k + q (a1 + a2 eta + a3 sin phi + a4 cos phi)). */
    CURVATURE(5);

    /** Typical error of a parameter without unit. */
    private static final double UNIT = 1e-4;

    /** Typical error of the factor of pT [1/GeV]. */
    private static final double UNIT_OF_PT = 2e-6;

    /** Typical error of a shift of the curvature [1/GeV]. */
    private static final double UNIT_OF_CURVATURE = 5e-6;

    private final int parameters;

    ScaleFunction(int parameters) {
        this.parameters = parameters;
    }

    /** Number of parameters. */
    public int parameters() {
        return parameters;
    }

    /** A typical error of a parameter, in which a fit steps. */
    double unit(int parameter) {
        if (parameter == 0) {
            return UNIT;
        }
        return switch (this) {
            case TYPE_1, TYPE_7, TYPE_8 -> parameter == 1 ? UNIT_OF_PT : UNIT;
            case TYPE_2, TYPE_3 -> UNIT;
            case CURVATURE -> UNIT_OF_CURVATURE;
        };
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
            case CURVATURE ->
                (1 + a[0]) * (k + charge.sign() * (a[1] + a[2] * eta + a[3] * Math.sin(phi) + a[4] * Math.cos(phi)));
        };
    }
}
