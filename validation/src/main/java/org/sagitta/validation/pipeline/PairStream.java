package org.sagitta.validation.pipeline;

import java.util.function.Predicate;

/** The events of a sample, made in blocks on many threads and handed on one by one in event order. */
final class PairStream {
    /** Events per block: some milliseconds of work, some hundred kilobytes of results. */
    private static final int BLOCK = 512;

    private final OrderedBlocks blocks;

    PairStream(OrderedBlocks blocks) {
        this.blocks = blocks;
    }

    /**
     * Hands on events 0, 1, 2, ... until the consumer has had enough.
     *
     * @param wantsMore called on one thread at a time, false when no further event is wanted
     */
    void run(PairSource source, Predicate<PairOutcome> wantsMore) throws InterruptedException {
        blocks.run(number -> source.events(number * BLOCK, BLOCK), block -> {
            for (PairOutcome outcome : block) {
                if (!wantsMore.test(outcome)) {
                    return false;
                }
            }
            return true;
        });
    }
}
