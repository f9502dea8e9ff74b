package org.sagitta.validation.study;

import java.util.List;
import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.Dimuon;
import org.sagitta.calibration.dimuon.Muon;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.model.Covariance;
import org.sagitta.calibration.model.CurvatureCorrection;
import org.sagitta.calibration.model.SparseVector;

/**
 * How well any correction closes: masses and charge-odd legs on the same events in the scenario and in the ideal world, as
 * {@link MassStudy} and {@link LegStudy} define them. A correction of another school has no covariance in our parameters, so
 * errors are those of the test sample alone; how much a calibration itself fluctuates is for {@link Repeatability}.
 */
public final class MethodStudy {
    private static final Covariance NONE = Covariance.zero(0);
    private static final SparseVector NO_GRADIENT = new SparseVector(0);

    private final CurvatureCorrection correction;

    public MethodStudy(CurvatureCorrection correction) {
        this.correction = correction;
    }

    /** Mass bias of a sample: inclusive, and in bins of eta and phi of the positive muon. */
    public MassClosure masses(SamplePair samples) {
        return new MassStudy(samples, this::response, NONE).closure();
    }

    /** Half the difference of k'/k_true - 1 of both charges at 45 GeV, in 12 bins of eta. */
    public List<BiasBin> oddAt45Gev(SamplePair samples) {
        return LegStudy.at45Gev(samples, leg -> new LegResponse(corrected(leg, leg.charge()), NO_GRADIENT), NONE)
                .closure()
                .odd();
    }

    private double corrected(Muon leg, Charge charge) {
        return correction.correct(leg.k(), leg.eta(), leg.phi(), charge);
    }

    private MassResponse response(Dimuon pair, double generated) {
        PairMass mass = pair.pairMass();
        double before = mass.mass() / generated;
        mass.setCurvatures(
                Math.abs(corrected(pair.plus(), Charge.POSITIVE)), Math.abs(corrected(pair.minus(), Charge.NEGATIVE)));
        return new MassResponse(before, mass.mass() / generated, NO_GRADIENT);
    }
}
