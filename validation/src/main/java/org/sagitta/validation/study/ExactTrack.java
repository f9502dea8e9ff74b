package org.sagitta.validation.study;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.PerigeeState;

/**
 * One fitted muon and the truth about it.
 *
 * @param fitted state at the beam line
 * @param truth parameters of the true muon at the beam line
 */
record ExactTrack(PerigeeState fitted, LocalVector truth, double chi2, int ndof) {
    /** True charge, 1 or -1. */
    int charge() {
        return truth.get(Param.Q_OVER_P) > 0 ? 1 : -1;
    }

    /** True pseudorapidity. */
    double eta() {
        return -Math.log(Math.tan(0.5 * truth.get(Param.THETA)));
    }

    /** True azimuth [rad]. */
    double phi() {
        return truth.get(Param.PHI);
    }

    /** True 1/pT [1/GeV]. */
    double k() {
        return Math.abs(truth.get(Param.Q_OVER_P)) / Math.sin(truth.get(Param.THETA));
    }

    /** Fitted 1/pT [1/GeV] with the sign of the fitted charge times the true one: negative if the charge is wrong. */
    double fittedK() {
        return fitted.charge() * charge() * fitted.k();
    }

    /** As calibration sees it. */
    Muon muon() {
        return new Muon(fitted.k(), fitted.eta(), fitted.phi(), sign());
    }

    /** As calibration would see it if it were measured without error. */
    Muon trueMuon() {
        return new Muon(k(), eta(), phi(), sign());
    }

    private Charge sign() {
        return charge() > 0 ? Charge.POSITIVE : Charge.NEGATIVE;
    }
}
