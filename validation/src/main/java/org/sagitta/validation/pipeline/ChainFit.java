package org.sagitta.validation.pipeline;

import org.sagitta.data.scenario.OutlierChoice;
import org.sagitta.data.scenario.ReconstructionChoice;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.RobustBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.OutlierSettings;
import org.sagitta.kalman.fit.RobustTrackFitter;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;

/** The fit of a scenario: what the reconstruction believes, from which each chain makes a fitter of its own. */
record ChainFit(Conditions reconstruction, CmsMaterialEffects material, OutlierChoice outliers) {

    static ChainFit of(ReconstructionChoice choice, Worlds worlds) {
        return new ChainFit(worlds.conditions(choice.world(), "reconstruction"), choice.material(), choice.outliers());
    }

    BatchTrackFitter fitter(KernelSet kernels) {
        FitSettings settings = FitSettings.standard();
        BatchTrackFitter lanes = new LaneBatchTrackFitter(reconstruction, settings, material, kernels);
        return switch (outliers) {
            case KEPT -> lanes;
            case REJECTED ->
                new RobustBatchTrackFitter(
                        lanes,
                        new RobustTrackFitter(
                                new TrackFitter(reconstruction, settings, material), OutlierSettings.standard()));
        };
    }
}
