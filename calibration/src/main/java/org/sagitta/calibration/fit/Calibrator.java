package org.sagitta.calibration.fit;

import org.sagitta.calibration.dimuon.DimuonSource;
import org.sagitta.calibration.target.MassTarget;

/**
 * A way from pairs to the parameters of a model. All of them answer the same question, which correction brings the peak
 * of the masses to its target, and differ in how they find the peak. Implementations are immutable, and give the same
 * bits for any number of threads.
 */
public interface Calibrator {

    /**
     * Finds the parameters of a sample.
     *
     * @param sample pairs as measured
     * @param target where the peak of each pair is when the momentum scale is right
     * @throws NotConvergedException if the parameters still move after the allowed number of iterations
     * @throws IllegalArgumentException if the sample does not determine the parameters, or a target is not positive
     */
    CalibrationResult calibrate(DimuonSource sample, MassTarget target);
}
