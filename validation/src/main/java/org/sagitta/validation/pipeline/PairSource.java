package org.sagitta.validation.pipeline;

import java.util.List;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;

/** Pairs of a resonance as a scenario generates them, and what becomes of them. Shared between threads. */
final class PairSource {
    private final PairFeed feed;
    private final PairChains chains;

    /**
     * @param worlds makes the two worlds, and knows the seed of all random numbers
     * @param acceptance of measured legs
     * @param warmup of the whole job
     */
    PairSource(Scenario scenario, Resonance resonance, Worlds worlds, Acceptance acceptance, KernelWarmup warmup) {
        String sample = sample(scenario, resonance);
        this.feed = PairFeed.generated(scenario.generator(resonance), worlds.seed(), sample);
        this.chains = new PairChains(scenario, sample, worlds, acceptance, warmup);
    }

    /** A sample by itself, with worlds and a warm-up of its own. */
    static PairSource alone(Scenario scenario, Resonance resonance, long seed) {
        Worlds worlds = new Worlds(CmsTracker.load(), seed);
        return new PairSource(scenario, resonance, worlds, scenario.acceptance(resonance), new KernelWarmup());
    }

    /** Name of a sample, which with the seed decides all random numbers. */
    static String sample(Scenario scenario, Resonance resonance) {
        return scenario.name() + "/" + resonance.name();
    }

    /** Makes events {@code first} to {@code first + count - 1}. */
    List<PairOutcome> events(long first, int count) {
        return chains.outcomes(FeedEvent.pairs(feed.events(first, count)));
    }
}
