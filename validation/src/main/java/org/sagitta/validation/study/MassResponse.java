package org.sagitta.validation.study;

import org.sagitta.calibration.Correction;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.model.SparseVector;

/**
 * Measured over generated mass of one pair before and after a correction.
 *
 * @param gradient d ln m / dp at the corrected mass
 */
record MassResponse(double before, double after, SparseVector gradient) {

    static MassResponse of(Dimuon pair, double generatedMass, Correction correction) {
        LegResponse plus = LegResponse.of(pair.plus(), correction);
        LegResponse minus = LegResponse.of(pair.minus(), correction);
        PairMass mass = pair.pairMass();
        double before = mass.mass() / generatedMass;
        mass.setCurvatures(plus.corrected(), minus.corrected());
        SparseVector gradient = new SparseVector(2 * correction.aem().model().legEntries());
        gradient.addScaled(mass.slopePlus(), plus.gradient());
        gradient.addScaled(mass.slopeMinus(), minus.gradient());
        return new MassResponse(before, mass.mass() / generatedMass, gradient);
    }
}
