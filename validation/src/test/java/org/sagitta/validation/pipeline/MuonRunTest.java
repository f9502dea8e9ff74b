package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.MuonGun;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.validation.study.PullBinning;
import org.sagitta.validation.study.PullResult;
import org.sagitta.validation.study.PullStatistic;
import org.sagitta.validation.study.PullStudy;

class MuonRunTest {
    private static final int MUONS = 10_000;

    /** Standard deviations; with ten figures the false-alarm rate of a new seed is 1e-3 (two-sided 1e-4 each). */
    private static final double SIGMAS = 3.9;

    /** What is allowed beyond the statistical error: holes are not seen by the fit, nor is their matter. */
    private static final double HOLES = 0.01;

    /** 99.9 % point of chi2 with 19 degrees of freedom. */
    private static final double FLAT = 43.8;

    private static final PullBinning BINS = new PullBinning(2.5, 0.5, 2000);

    private static Scenario ideal() {
        return Scenarios.bundled(Scenarios.IDEAL);
    }

    private static MuonGun gun() {
        return new MuonGun(ideal().beamSpot(), 0.5, 2000, 2.5, 100);
    }

    private static PullResult pulls(MuonRun run, long muons, int threads) throws InterruptedException {
        return run.run(() -> new PullStudy(BINS), muons, threads, ProgressListener.none())
                .result();
    }

    private static void assertUnitPulls(PullResult result) {
        for (PullStatistic pull : result.pulls()) {
            assertEquals(0, pull.mean(), SIGMAS * pull.meanError() + HOLES, pull.toString());
            assertEquals(1, pull.width(), SIGMAS * pull.widthError() + HOLES, pull.toString());
        }
        assertTrue(result.flatnessChi2() < FLAT, result.toString());
    }

    @Test
    void pullsOfTheIdealWorldAreUnit() throws InterruptedException {
        PullResult result = pulls(MuonRun.of(ideal(), Resonance.JPSI, 1), MUONS, 2);

        assertEquals(MUONS, result.muons());
        assertEquals(MUONS, result.clean());
        assertUnitPulls(result);
    }

    @Test
    void pullsAreUnitOverThePhaseSpaceAndNothingFails() throws InterruptedException {
        PullResult result = pulls(MuonRun.of(ideal(), gun(), 1), 2 * MUONS, 2);

        assertEquals(2 * MUONS, result.muons());
        assertTrue(result.clean() > 0.97 * result.muons(), result.toString());
        assertEquals(Map.of(), result.failures());
        assertEquals(result.clean(), result.tracks());
        assertEquals(0, result.notANumber() + result.notPositive());
        assertEquals(
                result.tracks(),
                result.bins().stream().mapToLong(bin -> bin.tracks()).sum());
        assertUnitPulls(result);
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws InterruptedException {
        PullResult one = pulls(MuonRun.of(ideal(), gun(), 5), 3000, 1);
        PullResult three = pulls(MuonRun.of(ideal(), gun(), 5), 3000, 3);
        assertEquals(one, three);
    }
}
