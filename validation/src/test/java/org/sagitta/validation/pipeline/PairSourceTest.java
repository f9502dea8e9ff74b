package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.geometry.detector.CmsTracker;

class PairSourceTest {
    private static final int EVENTS = 300;

    private static double deviation(FittedPair pair) {
        return pair.mass().mass() / pair.generated().mass() - 1;
    }

    /**
     * What is linear in the noise cancels in the mean of twins: 0.71 of the deviation of a single pair would be left of
     * independent ones. The rest, 0.14, comes from tracks that were scattered onto other sensors.
     */
    @Test
    void deviationsOfTwinsAreOpposite() {
        PairSource source = PairSource.twins(
                Scenarios.bundled(Scenarios.IDEAL),
                Resonance.JPSI,
                new Worlds(CmsTracker.load(), 3),
                new KernelWarmup());

        List<PairOutcome> outcomes = source.events(0, EVENTS);

        assertEquals(2 * EVENTS, outcomes.size());
        double single = 0;
        double mean = 0;
        int both = 0;
        for (int i = 0; i < EVENTS; i++) {
            if (outcomes.get(2 * i) instanceof FittedPair drawn
                    && outcomes.get(2 * i + 1) instanceof FittedPair mirrored) {
                assertEquals(drawn.event(), mirrored.event());
                single += Math.pow(deviation(drawn), 2);
                mean += Math.pow(0.5 * (deviation(drawn) + deviation(mirrored)), 2);
                both++;
            }
        }
        assertTrue(both > EVENTS / 2, both + " pairs of twins");
        assertTrue(mean < 0.04 * single, "rms of means " + Math.sqrt(mean / single) + " of that of single pairs");
    }
}
