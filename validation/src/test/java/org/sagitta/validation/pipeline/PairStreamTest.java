package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PairStreamTest {
    /** More than the small blocks at the beginning. */
    private static final int BLOCKS = 100;

    @Test
    void blocksFollowOneAnotherWithoutGaps() {
        long next = 0;
        for (int block = 0; block < BLOCKS; block++) {
            assertEquals(next, PairStream.firstEvent(block), "block " + block);
            next += PairStream.events(block);
        }
    }

    @Test
    void laterBlocksAreLarger() {
        assertTrue(PairStream.events(0) < PairStream.events(BLOCKS));
    }
}
