package org.sagitta.validation.pipeline;

import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;

/** The whole chain of a sample, generate to mass, on the calling thread and without files: for timing. */
public final class EventChain {
    private final PairSource source;

    public EventChain(Scenario scenario, Resonance resonance, long seed) {
        this.source = new PairSource(
                scenario,
                resonance,
                new Worlds(CmsTracker.load(), seed),
                scenario.acceptance(resonance),
                new KernelWarmup());
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
