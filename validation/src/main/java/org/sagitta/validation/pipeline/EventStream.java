package org.sagitta.validation.pipeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenario;

/** The whole chain of a sample on any number of threads, in event order and without files: for timing. */
public final class EventStream implements AutoCloseable {
    private final PairSource source;
    private final PairStream stream;
    private final ExecutorService executor;

    public EventStream(Scenario scenario, Resonance resonance, long seed, int threads) {
        this.source = PairSource.alone(scenario, resonance, seed);
        this.executor = Executors.newFixedThreadPool(threads);
        this.stream = new PairStream(new OrderedBlocks(executor, threads));
    }

    /** Makes events from the first on; returns how many it takes until this many pairs are accepted. */
    public long eventsFor(int pairs) throws InterruptedException {
        long[] seen = new long[1];
        int[] accepted = new int[1];
        stream.run(source, outcome -> {
            seen[0]++;
            accepted[0] += outcome instanceof FittedPair ? 1 : 0;
            return accepted[0] < pairs;
        });
        return seen[0];
    }

    /** Ends the threads. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
