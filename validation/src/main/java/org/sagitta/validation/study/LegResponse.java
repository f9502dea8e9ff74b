package org.sagitta.validation.study;

import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.SparseVector;

/**
 * The corrected curvature of one leg.
 *
 * @param corrected k' [1/GeV]
 * @param gradient d ln k' / dp
 */
record LegResponse(double corrected, SparseVector gradient) {
    static LegResponse of(Muon leg, Correction correction) {
        double preCorrected = correction
                .fieldRatio()
                .map(r -> r.correct(leg.k(), leg.eta(), leg.phi(), leg.charge()))
                .orElse(leg.k());
        double corrected = correction.aem().correct(preCorrected, leg.eta(), leg.phi(), leg.charge());
        SparseVector gradient = new SparseVector(correction.aem().model().legEntries());
        gradient.addScaled(1 / corrected, correction.aem().gradient(preCorrected, leg.eta(), leg.phi(), leg.charge()));
        return new LegResponse(corrected, gradient);
    }
}
