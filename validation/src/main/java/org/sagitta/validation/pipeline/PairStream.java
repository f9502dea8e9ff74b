package org.sagitta.validation.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The events of a sample, made in blocks on many threads and handed on one by one in event order. */
final class PairStream {
    /** Events per block: some milliseconds of work, some hundred kilobytes of results. */
    private static final int BLOCK = 250;

    private final OrderedBlocks blocks;

    PairStream(OrderedBlocks blocks) {
        this.blocks = blocks;
    }

    /**
     * Hands on events 0, 1, 2, ... until the consumer has had enough.
     *
     * @param wantsMore called on the calling thread, false when no further event is wanted
     */
    void run(PairSource source, Predicate<PairOutcome> wantsMore) throws InterruptedException {
        blocks.run(number -> block(source, number), block -> {
            for (PairOutcome outcome : block) {
                if (!wantsMore.test(outcome)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static List<PairOutcome> block(PairSource source, long number) {
        PairChain chain = source.chain();
        List<PairOutcome> outcomes = new ArrayList<>(BLOCK);
        for (int i = 0; i < BLOCK && !Thread.currentThread().isInterrupted(); i++) {
            outcomes.add(chain.event(number * BLOCK + i));
        }
        return outcomes;
    }
}
