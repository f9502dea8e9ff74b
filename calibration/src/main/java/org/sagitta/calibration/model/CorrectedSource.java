package org.sagitta.calibration.model;

import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;

/** Pairs as a correction leaves them; nothing is kept. */
record CorrectedSource(CurvatureCorrection correction, DimuonSource measured) implements DimuonSource {
    @Override
    public int size() {
        return measured.size();
    }

    @Override
    public DimuonSample block(int from, int to) {
        return correction.apply(measured.block(from, to));
    }
}
