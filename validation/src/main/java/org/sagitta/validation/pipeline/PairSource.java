package org.sagitta.validation.pipeline;

import java.util.List;
import java.util.function.UnaryOperator;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.geometry.detector.CmsTracker;

/** Pairs of a resonance as a scenario generates them, and what becomes of them. Shared between threads. */
final class PairSource {
    private final PairFeed feed;
    private final PairChains chains;

    private PairSource(
            UnaryOperator<PairFeed> events,
            String sample,
            Scenario scenario,
            Resonance resonance,
            Worlds worlds,
            KernelWarmup warmup) {
        this.feed = events.apply(PairFeed.generated(scenario.generator(resonance), worlds.seed(), sample));
        this.chains = new PairChains(scenario, sample, worlds, scenario.acceptance(resonance), warmup);
    }

    /**
     * The pairs of a scenario, with random numbers of its own.
     *
     * @param worlds makes the two worlds, and knows the seed of all random numbers
     * @param warmup of the whole job
     */
    static PairSource of(Scenario scenario, Resonance resonance, Worlds worlds, KernelWarmup warmup) {
        return named(sample(scenario, resonance), scenario, resonance, worlds, warmup);
    }

    /** The same with the random numbers of the sample of that name: the same events, if it is generated alike. */
    static PairSource named(String sample, Scenario scenario, Resonance resonance, Worlds worlds, KernelWarmup warmup) {
        return new PairSource(feed -> feed, sample, scenario, resonance, worlds, warmup);
    }

    /** Every pair of a scenario twice, one after the other: as its random numbers are drawn, and with those mirrored. */
    static PairSource twins(Scenario scenario, Resonance resonance, Worlds worlds, KernelWarmup warmup) {
        return new PairSource(PairFeed::twins, sample(scenario, resonance), scenario, resonance, worlds, warmup);
    }

    /** A sample by itself, with worlds and a warm-up of its own. */
    static PairSource alone(Scenario scenario, Resonance resonance, long seed) {
        return of(scenario, resonance, new Worlds(CmsTracker.load(), seed), new KernelWarmup());
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
