package org.sagitta.validation.pipeline;

import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;

/** The whole chain of a sample, generate to mass, on the calling thread and without files: for timing. */
public final class EventChain {
    /** Events of a block in a long run. */
    public static final int BLOCK_EVENTS = PairStream.MOST_EVENTS;

    private final PairSource source;

    public EventChain(Scenario scenario, Resonance resonance, long seed) {
        this.source = PairSource.alone(scenario, resonance, seed);
    }

    /** Makes events {@code first} to {@code first + count - 1}; returns how many are accepted pairs. */
    public int events(long first, int count) {
        int accepted = 0;
        for (PairOutcome outcome : source.events(first, count)) {
            accepted += outcome instanceof FittedPair ? 1 : 0;
        }
        return accepted;
    }
}
