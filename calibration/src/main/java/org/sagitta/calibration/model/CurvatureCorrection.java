package org.sagitta.calibration.model;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.dimuon.Muon;

/** From a measured curvature to a better one. Implementations are immutable and shared between threads. */
public interface CurvatureCorrection {

    /**
     * The corrected curvature k' [1/GeV].
     *
     * @param k measured 1/pT [1/GeV], positive
     * @param eta pseudorapidity
     * @param phi azimuth [rad], any turn
     * @return k', relative to the charge that was given: below zero if the corrected track bends the other way, which
     *     happens to very straight tracks only
     */
    double correct(double k, double eta, double phi, Charge charge);

    /** The muon with its curvature corrected; it changes its charge if the corrected track bends the other way. */
    default Muon apply(Muon muon) {
        return muon.withK(correct(muon.k(), muon.eta(), muon.phi(), muon.charge()));
    }

    /**
     * The pair with both curvatures corrected; the mass error keeps its ratio to the mass. A leg whose corrected track
     * bends the other way keeps its place in the pair with |k'|, because the mass does not depend on charges.
     */
    default Dimuon apply(Dimuon pair) {
        Muon plus = pair.plus();
        Muon minus = pair.minus();
        return pair.withCurvatures(
                Math.abs(correct(plus.k(), plus.eta(), plus.phi(), Charge.POSITIVE)),
                Math.abs(correct(minus.k(), minus.eta(), minus.phi(), Charge.NEGATIVE)));
    }

    /** All pairs of a sample corrected, in the same order. */
    default DimuonSample apply(DimuonSample sample) {
        return sample.replaced(i -> apply(sample.get(i)));
    }

    /** All pairs of a source corrected, in the same order; each block is corrected whenever it is read. */
    default DimuonSource correcting(DimuonSource source) {
        return new CorrectedSource(this, source);
    }
}
