package org.sagitta.validation.pipeline;

import java.util.List;
import org.sagitta.data.generation.Acceptance;
import org.sagitta.data.scenario.Scenario;
import org.sagitta.data.simulation.BlockSimulator;
import org.sagitta.kalman.batch.lanes.KernelSet;

/**
 * The chains of one sample, each of which one thread uses at a time, and what they share: the two worlds. Where the pairs
 * come from they do not know.
 */
final class PairChains {
    private final SimulatedWorld truth;
    private final ChainFit fit;
    private final Acceptance acceptance;
    private final long seed;
    private final String sample;
    private final ChainPool<PairChain> chains;

    /**
     * @param sample name that, with the seed, decides all random numbers
     * @param worlds makes the two worlds, and knows the seed of all random numbers
     * @param acceptance of measured legs
     * @param warmup of the whole job
     */
    PairChains(Scenario scenario, String sample, Worlds worlds, Acceptance acceptance, KernelWarmup warmup) {
        this.truth = worlds.simulated(scenario.truth());
        this.fit = ChainFit.of(scenario.reconstruction(), worlds);
        this.acceptance = acceptance;
        this.seed = worlds.seed();
        this.sample = sample;
        this.chains = new ChainPool<>(warmup, this::chain);
    }

    /** What becomes of the pairs, in their order. */
    List<PairOutcome> outcomes(List<NumberedPair> pairs) {
        return chains.use(pairs.size(), chain -> chain.outcomes(pairs));
    }

    private PairChain chain(KernelSet kernels) {
        BlockSimulator simulator = new BlockSimulator(truth.simulator(), kernels);
        LegBlock block = new LegBlock(simulator, fit.holes(kernels), fit.fitter(kernels), acceptance);
        return new PairChain(block, acceptance, seed, sample);
    }
}
