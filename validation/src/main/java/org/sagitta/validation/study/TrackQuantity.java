package org.sagitta.validation.study;

import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;

/** A quantity of a track at the beam line whose resolution is published, with the unit in which that is done. */
public enum TrackQuantity {
    /** Relative: pT / true pT - 1. */
    PT("pt", "%", 0.01),
    D0("d0", "um", Units.UM),
    Z0("z0", "um", Units.UM),
    PHI("phi", "mrad", Units.MRAD),
    COT_THETA("cot_theta", "1e-3", 1e-3);

    private final String key;
    private final String unitName;
    private final double unit;

    TrackQuantity(String key, String unitName, double unit) {
        this.key = key;
        this.unitName = unitName;
        this.unit = unit;
    }

    /** Name in tables and files. */
    public String key() {
        return key;
    }

    public String unitName() {
        return unitName;
    }

    /** Fitted minus true at the beam line, in the unit of the quantity. */
    double residual(PerigeeState fitted, LocalVector truth) {
        return inNativeUnits(fitted, truth) / unit;
    }

    private double inNativeUnits(PerigeeState fitted, LocalVector truth) {
        return switch (this) {
            case PT -> fitted.pt() * Math.abs(truth.get(Param.Q_OVER_P)) / Math.sin(truth.get(Param.THETA)) - 1;
            case D0 -> fitted.d0() - truth.get(Param.LOC_U);
            case Z0 -> fitted.z0() - truth.get(Param.LOC_V);
            case PHI -> Math.IEEEremainder(fitted.phi() - truth.get(Param.PHI), 2 * Math.PI);
            case COT_THETA -> 1 / Math.tan(fitted.theta()) - 1 / Math.tan(truth.get(Param.THETA));
        };
    }
}
