package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderedBlocksTest {
    private static final int THREADS = 3;

    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void consumerSeesBlocksInOrderAndNoMoreThanItWants() throws InterruptedException {
        List<Long> seen = new ArrayList<>();

        new OrderedBlocks(executor, THREADS).run(number -> number, block -> {
            seen.add(block);
            return seen.size() < 100;
        });

        assertEquals(LongStream.range(0, 100).boxed().toList(), seen);
    }

    @Test
    void failureOfABlockReachesTheCaller() {
        OrderedBlocks blocks = new OrderedBlocks(executor, THREADS);

        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class,
                () -> blocks.run(
                        number -> {
                            if (number == 7) {
                                throw new IllegalArgumentException("block 7");
                            }
                            return number;
                        },
                        block -> true));

        assertEquals("block 7", thrown.getMessage());
    }
}
