package org.sagitta.validation.pipeline;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.kalman.state.PerigeeState;
import org.sagitta.kalman.vertex.DimuonMass;
import org.sagitta.validation.study.TruthPair;

/** A pair with both legs fitted, and where it came from. {@code event} is its number in the sample, from 0. */
record FittedPair(long event, GeneratedPair generated, FittedLeg plus, FittedLeg minus, DimuonMass mass)
        implements PairOutcome {

    /** The door between tracks and calibration: curvatures, angles, charges and the mass error, nothing else. */
    Dimuon dimuon() {
        return new Dimuon(muon(plus.perigee(), Charge.POSITIVE), muon(minus.perigee(), Charge.NEGATIVE), mass.sigma());
    }

    private static Muon muon(PerigeeState state, Charge charge) {
        return new Muon(state.k(), state.eta(), state.phi(), charge);
    }

    TruthPair truth() {
        return new TruthPair(event, generated.plus().k(), generated.minus().k(), generated.mass());
    }
}
