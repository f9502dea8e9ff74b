package org.sagitta.validation.study;

import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;

/**
 * One fitted muon.
 *
 * @param eta true
 * @param pt true [GeV]
 * @param charge true, 1 or -1
 * @param pulls (fitted - true) / sigma of the parameters in the order of the state
 * @param curvatureError k / true k - 1
 */
record TrackOutcome(double eta, double pt, int charge, LocalVector pulls, double curvatureError) {
    boolean isFinite() {
        double sum = curvatureError;
        for (Param param : Param.values()) {
            sum += pulls.get(param);
        }
        return Double.isFinite(sum);
    }
}
