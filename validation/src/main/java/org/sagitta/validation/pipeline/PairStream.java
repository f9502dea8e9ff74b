package org.sagitta.validation.pipeline;

import java.util.function.Predicate;

/** The events of a sample, made in blocks on many threads and handed on one by one in event order. */
final class PairStream {
    /** Events of each of the first blocks, so that a short run does not make many more than it needs; no block has less. */
    private static final int FIRST_EVENTS = 512;

    private static final int FIRST_BLOCKS = 16;

    /**
     * Most events of a later block: a tenth of a second of work, some ten megabytes of results and scratch. Muons of a block are
     * made and fitted in the order of their directions, and the more there are, the more often one meets a sensor that is still in
     * the cache.
     */
    static final int MOST_EVENTS = 4096;

    /** What many threads share, as each has memory for a block. */
    private static final int EVENTS_OF_ALL_THREADS = 2 * MOST_EVENTS;

    private final OrderedBlocks blocks;
    private final int laterEvents;

    PairStream(OrderedBlocks blocks) {
        this.blocks = blocks;
        this.laterEvents = Math.max(FIRST_EVENTS, Math.min(MOST_EVENTS, EVENTS_OF_ALL_THREADS / blocks.threads()));
    }

    /**
     * Hands on events 0, 1, 2, ... until the consumer has had enough.
     *
     * @param wantsMore called on one thread at a time, false when no further event is wanted
     */
    void run(PairSource source, Predicate<PairOutcome> wantsMore) throws InterruptedException {
        blocks.run(number -> source.events(firstEvent(number), events(number)), block -> {
            for (PairOutcome outcome : block) {
                if (!wantsMore.test(outcome)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** How many events a block has. */
    int events(long block) {
        return block < FIRST_BLOCKS ? FIRST_EVENTS : laterEvents;
    }

    /** The events of all blocks before. */
    long firstEvent(long block) {
        return FIRST_EVENTS * Math.min(block, FIRST_BLOCKS) + laterEvents * Math.max(0, block - FIRST_BLOCKS);
    }
}
