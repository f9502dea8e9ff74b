package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairStreamTest {
    /** More than the small blocks at the beginning. */
    private static final int BLOCKS = 100;

    private static PairStream stream(int threads) {
        return new PairStream(new OrderedBlocks(ForkJoinPool.commonPool(), threads));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 32})
    void blocksFollowOneAnotherWithoutGaps(int threads) {
        PairStream stream = stream(threads);
        long next = 0;
        for (int block = 0; block < BLOCKS; block++) {
            assertEquals(next, stream.firstEvent(block), "block " + block);
            next += stream.events(block);
        }
    }

    /** Large blocks for few threads, and not much more memory for many. */
    @Test
    void laterBlocksAreLargerForFewThreads() {
        assertEquals(4096, stream(1).events(BLOCKS));
        assertEquals(4096, stream(2).events(BLOCKS));
        assertEquals(1024, stream(8).events(BLOCKS));
        assertEquals(512, stream(32).events(BLOCKS));
        assertEquals(512, stream(2).events(0));
    }
}
