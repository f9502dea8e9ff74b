package org.sagitta.validation.study;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.peak.PeakPair;
import org.sagitta.geometry.input.BadInputException;

/**
 * Two real muons of opposite charge.
 *
 * @param place where they are in their file, "line 7" or "event 7"
 * @param first one muon
 * @param second the other
 */
public record RealDataPair(String place, Muon first, Muon second) {
    /** The pair as the peak fit sees it, with measured momenta. */
    PeakPair peak() {
        return PeakPair.of(first, second);
    }

    /**
     * The pair with both curvatures corrected; directions stay.
     *
     * @throws BadInputException (data) if a corrected curvature is not positive, naming the place
     */
    RealDataPair corrected(CurvatureCorrection correction) {
        return new RealDataPair(place, corrected(first, 1, correction), corrected(second, 2, correction));
    }

    private Muon corrected(Muon muon, int number, CurvatureCorrection correction) {
        double k = correction.correct(muon.k(), muon.eta(), muon.phi(), muon.charge());
        return new Muon(positive(k, place, number, muon.pt()), muon.eta(), muon.phi(), muon.charge());
    }

    /** The corrected curvature itself, if it is one that a muon of unchanged charge can have. */
    static double positive(double corrected, String place, int number, double pt) {
        if (!(corrected > 0) || !Double.isFinite(corrected)) {
            throw BadInputException.data(place + ": the correction gives muon " + number + " of pT " + pt
                    + " GeV the curvature " + corrected + " /GeV, it must be positive");
        }
        return corrected;
    }

    static Muon muon(double k, double eta, double phi, int charge) {
        return new Muon(k, eta, phi, Charge.of(charge));
    }
}
