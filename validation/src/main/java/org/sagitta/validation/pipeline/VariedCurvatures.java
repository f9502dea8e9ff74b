package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.kalman.state.PerigeeState;

/**
 * A correction and its eigen-variations, applied to muons: corrected curvatures [1/GeV], nominal, then variation 0 up, 0 down,
 * 1 up and so on; below zero if the corrected track bends the other way. Immutable.
 */
final class VariedCurvatures {
    private final List<Correction> corrections = new ArrayList<>();

    VariedCurvatures(Correction nominal) {
        corrections.add(nominal);
        for (int i = 0; i < nominal.variations(); i++) {
            corrections.add(nominal.variation(i, 1));
            corrections.add(nominal.variation(i, -1));
        }
    }

    /** How many curvatures a muon has. */
    int size() {
        return corrections.size();
    }

    /** Name of the column of pT for a curvature. */
    static String column(int i) {
        return i == 0 ? "Muon_correctedPt" : "Muon_correctedPt_eig" + (i - 1) / 2 + (i % 2 == 1 ? "Up" : "Down");
    }

    double[] of(PerigeeState muon) {
        double[] curvatures = new double[corrections.size()];
        Charge charge = muon.charge() > 0 ? Charge.POSITIVE : Charge.NEGATIVE;
        double k = muon.k();
        double eta = muon.eta();
        double phi = muon.phi();
        for (int i = 0; i < curvatures.length; i++) {
            curvatures[i] = corrections.get(i).correct(k, eta, phi, charge);
        }
        return curvatures;
    }
}
