package org.sagitta.validation.study;

import java.util.List;
import java.util.Map;
import org.sagitta.calibration.fit.FitReport;

/**
 * Everything that {@code closure.json} holds; keys of the maps are JPSI, UPSILON_1S and Z.
 *
 * @param wallSeconds the only figure that differs between two runs of the same scenario and seed
 * @param events accepted pairs
 * @param legs charge-even and charge-odd curvature scale from the truth
 * @param legsAt45Gev the same of the legs of the Z of 40 to 50 GeV
 * @param calibration how the fit to the J/psi went
 */
public record ClosureResult(
        String scenario,
        long seed,
        int threads,
        String version,
        double wallSeconds,
        Map<String, Integer> events,
        Map<String, MassClosure> samples,
        Map<String, LegClosure> legs,
        LegClosure legsAt45Gev,
        List<ParameterValue> parameters,
        FitReport calibration,
        BiasLimits limits,
        boolean passed) {}
