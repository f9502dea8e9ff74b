package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.Charge;
import org.sagitta.calibration.dimuon.DimuonSample;
import org.sagitta.calibration.dimuon.PairMass;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.model.SparseVector;

/**
 * The observable of the fit and its derivative:
 *
 * <pre>
 *   z = m(k'_1, k'_2) / m_target - 1
 *   dz/dp_j = (z + 1) sum_legs (d ln m / d ln k') (dk'/dp_j) / k'
 * </pre>
 *
 * <p>Exact at any parameter values. Working memory for hot loops: allocates nothing, one per thread.
 */
public final class MassResidual {

    /** Whether a pair can be used at the parameter values that were asked for. */
    public enum Status {
        /** Residual and gradient are valid. */
        DEFINED,
        /** A corrected curvature is not positive, so there is no mass to compare. */
        CURVATURE_NOT_POSITIVE
    }

    private final AemModel model;
    private final PairMass pairMass = new PairMass();
    private final SparseVector plus;
    private final SparseVector minus;
    private final SparseVector gradient;
    private double residual;

    /** Working memory for one model. */
    public MassResidual(AemModel model) {
        this.model = model;
        plus = new SparseVector(model.legEntries());
        minus = new SparseVector(model.legEntries());
        gradient = new SparseVector(2 * model.legEntries());
    }

    /**
     * Computes residual and gradient of pair i of a sample.
     *
     * @param values parameters in the order of the model
     * @param expectedMass target [GeV]
     */
    public Status evaluate(DimuonSample sample, int i, double[] values, double expectedMass) {
        double kPlus = sample.kPlus(i);
        double kMinus = sample.kMinus(i);
        model.fillBasis(kPlus, sample.etaPlus(i), sample.phiPlus(i), Charge.POSITIVE, plus);
        model.fillBasis(kMinus, sample.etaMinus(i), sample.phiMinus(i), Charge.NEGATIVE, minus);
        double correctedPlus = kPlus + plus.dot(values);
        double correctedMinus = kMinus + minus.dot(values);
        if (!(correctedPlus > 0) || !(correctedMinus > 0)) {
            return Status.CURVATURE_NOT_POSITIVE;
        }
        pairMass.setAngles(sample.etaPlus(i), sample.phiPlus(i), sample.etaMinus(i), sample.phiMinus(i));
        pairMass.setCurvatures(correctedPlus, correctedMinus);
        double ratio = pairMass.mass() / expectedMass;
        residual = ratio - 1;
        gradient.clear();
        gradient.addScaled(ratio * pairMass.slopePlus() / correctedPlus, plus);
        gradient.addScaled(ratio * pairMass.slopeMinus() / correctedMinus, minus);
        return Status.DEFINED;
    }

    /** z of the last pair. */
    public double residual() {
        return residual;
    }

    /** dz/dp of the last pair; overwritten by the next. */
    public SparseVector gradient() {
        return gradient;
    }
}
