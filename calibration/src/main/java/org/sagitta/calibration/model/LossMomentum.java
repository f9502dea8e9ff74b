package org.sagitta.calibration.model;

/** Which momentum the energy loss e takes away from. */
public enum LossMomentum {
    /** From pT: dk/k = -e k (J. Bendavid, MWDays23). */
    TRANSVERSE,
    /** From the total momentum: dk/k = -e k sin(theta) (KaMuCa; bachtis/Analysis). */
    TOTAL
}
