package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.dimuon.EveryNth;
import org.sagitta.calibration.model.AemCorrection;
import org.sagitta.calibration.model.AemModel;
import org.sagitta.calibration.target.MassTarget;

/**
 * Compares models on one sample by an information criterion and on pairs that the fit has not seen. Each fold is held out
 * once, in the sample and in the ideal world: the rest is calibrated, and the residuals of the fold are looked at, of the
 * sample with the correction less those of the ideal world without any. Immutable.
 */
public final class ModelComparison {
    private static final int FOLDS = 2;

    private final DimuonSource scenario;
    private final DimuonSource ideal;
    private final MassTarget target;
    private final BlockReducer reducer;

    /**
     * @param scenario pairs to calibrate, with their field pre-correction if there is one
     * @param ideal pairs of the ideal world, independent of them
     */
    public ModelComparison(DimuonSource scenario, DimuonSource ideal, MassTarget target, BlockReducer reducer) {
        this.scenario = scenario;
        this.ideal = ideal;
        this.target = target;
        this.reducer = reducer;
    }

    /**
     * The score of a model with {@link FitOptions#standard}.
     *
     * @throws NotConvergedException if a fit does not settle
     */
    public ModelScore score(String name, AemModel model) {
        FitOptions options = FitOptions.standard(model);
        ReferencedCalibration calibration = new ReferencedCalibration(new IterativeCalibration(options, reducer));
        ReferencedCalibration.Result all = calibration.calibrate(scenario, ideal, target);
        int cells = 0;
        double chi2 = 0;
        double bias = 0;
        double variance = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            // with two folds the rest is the other one
            int rest = 1 - fold;
            AemCorrection correction = calibration
                    .calibrate(new EveryNth(scenario, rest, FOLDS), new EveryNth(ideal, rest, FOLDS), target)
                    .correction();
            ResidualMap left = heldOut(scenario, fold, options).map(correction);
            ResidualMap difference = left.minus(heldOut(ideal, fold, options).map(AemCorrection.identity(model)));
            cells += difference.cells().size();
            chi2 += difference.chi2();
            bias += difference.mean() / FOLDS;
            variance += difference.sigma() * difference.sigma() / (FOLDS * FOLDS);
        }
        return new ModelScore(
                name,
                model.size(),
                InformationCriterion.of(
                        scenario, target, options, all.scenario().correction(), reducer),
                InformationCriterion.of(ideal, target, options, all.ideal().correction(), reducer),
                cells,
                chi2,
                bias,
                Math.sqrt(variance));
    }

    private ResidualMap.Request heldOut(DimuonSource pairs, int fold, FitOptions options) {
        return new ResidualMap.Request(new EveryNth(pairs, fold, FOLDS), target, options, reducer);
    }
}
