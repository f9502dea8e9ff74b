package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.validation.study.PullResult;
import org.sagitta.validation.study.PullStatistic;

class PullRunTest {
    private static final int MUONS = 10_000;

    /** Standard deviations; with ten figures the false-alarm rate of a new seed is 1e-3 (two-sided 1e-4 each). */
    private static final double SIGMAS = 3.9;

    /** What is allowed beyond the statistical error: holes are not seen by the fit, nor is their matter. */
    private static final double HOLES = 0.01;

    /** 99.9 % point of chi2 with 19 degrees of freedom. */
    private static final double FLAT = 43.8;

    @Test
    void pullsOfTheIdealWorldAreUnit() throws InterruptedException {
        Scenario ideal = Scenarios.bundled(Scenarios.IDEAL);

        PullResult result = new PullRun(ideal, Resonance.JPSI, 1, 2).run(MUONS, ProgressListener.none());

        assertTrue(result.tracks() >= MUONS);
        for (PullStatistic pull : result.pulls()) {
            assertEquals(0, pull.mean(), SIGMAS * pull.meanError() + HOLES, pull.toString());
            assertEquals(1, pull.width(), SIGMAS * pull.widthError() + HOLES, pull.toString());
        }
        assertTrue(result.flatnessChi2() < FLAT, result.toString());
    }
}
