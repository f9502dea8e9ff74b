package org.sagitta.validation.study;

import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;

/**
 * The corrected curvature of one leg.
 *
 * @param corrected k' [1/GeV]
 * @param gradient d ln k' / dp
 */
record LegResponse(double corrected, SparseVector gradient) {
    static final int MAX_ENTRIES = AemModel.MAX_LEG_ENTRIES;

    static LegResponse of(Muon leg, Correction correction) {
        double preCorrected = correction
                .fieldRatio()
                .map(r -> r.correct(leg.k(), leg.eta(), leg.phi(), leg.charge()))
                .orElse(leg.k());
        double corrected = correction.aem().correct(preCorrected, leg.eta(), leg.phi(), leg.charge());
        SparseVector gradient = new SparseVector(MAX_ENTRIES);
        gradient.addScaled(1 / corrected, correction.aem().gradient(preCorrected, leg.eta(), leg.phi(), leg.charge()));
        return new LegResponse(corrected, gradient);
    }
}
