package org.sagitta.validation.pipeline;

import org.sagitta.data.scenario.OutlierChoice;
import org.sagitta.data.scenario.ReconstructionChoice;
import org.sagitta.geometry.detector.LayerMap;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.RobustBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.HoleFinder;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.SensorTable;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.OutlierSettings;
import org.sagitta.kalman.fit.RobustTrackFitter;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;

/** The fit of a scenario: what the reconstruction believes, from which each chain makes a fitter of its own. */
record ChainFit(
        Conditions reconstruction,
        SensorTable sensors,
        LayerMap layers,
        SensorIndex index,
        CmsMaterialEffects material,
        OutlierChoice outliers) {

    static ChainFit of(ReconstructionChoice choice, Worlds worlds) {
        Conditions reconstruction = worlds.conditions(choice.world(), "reconstruction");
        return new ChainFit(
                reconstruction,
                new SensorTable(reconstruction.tracker()),
                LayerMap.of(reconstruction.tracker()),
                worlds.index(reconstruction),
                choice.material(),
                choice.outliers());
    }

    /** Finds what the tracks missed before they are fitted. */
    HoleFinder holes(KernelSet kernels) {
        return new HoleFinder(reconstruction, sensors, layers, index, kernels);
    }

    BatchTrackFitter fitter(KernelSet kernels) {
        FitSettings settings = FitSettings.standard();
        BatchTrackFitter lanes = new LaneBatchTrackFitter(reconstruction, sensors, settings, material, kernels);
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
