package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenarios;

class EventStreamTest {
    private static final int PAIRS = 500;

    private static long eventsWith(int threads) throws InterruptedException {
        try (EventStream stream =
                new EventStream(Scenarios.bundled(Scenarios.W_LIKE_2011), Resonance.JPSI, 5, threads)) {
            return stream.eventsFor(PAIRS);
        }
    }

    @Test
    void anyNumberOfThreadsMakesTheSameEvents() throws InterruptedException {
        long events = eventsWith(1);

        assertEquals(events, eventsWith(3));
        // about one generated event in five has a measured muon just outside the acceptance
        assertTrue(events > PAIRS && events < 2 * PAIRS, events + " events");
    }
}
