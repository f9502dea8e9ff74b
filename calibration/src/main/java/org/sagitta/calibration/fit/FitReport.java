package org.sagitta.calibration.fit;

import java.util.List;

/**
 * How a calibration against the ideal world went, for its reader to judge.
 *
 * @param iterations steps of the fit of the scenario
 * @param idealIterations steps of the fit of the ideal world
 * @param pairs of the scenario that count
 * @param robustChi2 of the scenario: mean of 2 rho(u) over the pulls u of all pairs, in units of what it is for Gaussian
 *     pulls; 1 if mass errors are right, and above if there are tails
 * @param cells cells of the three grids that hold enough pairs
 * @param cellChi2 sum over these cells of the squared pull of the mean residual, scenario minus ideal world, each corrected by
 *     its own fit; each grid holds all pairs, so that the three are not independent
 * @param mostPulled the cells with the largest pulls, largest first
 */
public record FitReport(
        int iterations,
        int idealIterations,
        long pairs,
        double robustChi2,
        int cells,
        double cellChi2,
        List<ResidualCell> mostPulled) {
    /** How many cells are listed. */
    public static final int LISTED = 5;

    /** Keeps a copy. */
    public FitReport {
        mostPulled = List.copyOf(mostPulled);
    }

    /**
     * The report of a calibration.
     *
     * @param scenario pairs that were calibrated, with their field pre-correction, and the target
     * @param ideal pairs of the ideal world, and the same target
     * @param result what came out
     */
    public static FitReport of(
            ResidualMap.Request scenario, ResidualMap.Request ideal, ReferencedCalibration.Result result) {
        ResidualMap map = scenario.map(result.scenario().correction());
        ResidualMap difference = map.minus(ideal.map(result.ideal().correction()));
        return new FitReport(
                result.scenario().iterations(),
                result.ideal().iterations(),
                result.scenario().eventsUsed(),
                map.robustChi2(),
                difference.cells().size(),
                difference.chi2(),
                difference.mostPulled(LISTED));
    }
}
