package org.sagitta.validation.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderedBlocksTest {
    private static final int THREADS = 3;

    /** Four per thread, and the one that each thread may be making while one is consumed. */
    private static final int MOST_AHEAD = 4 * THREADS + THREADS;

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

    @Test
    void oneThreadAtATimeConsumesAndSeesWhatTheOthersDid() throws InterruptedException {
        // plain fields: lost updates or two consumers at once would show in the count
        int[] consumed = new int[1];
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        new OrderedBlocks(executor, THREADS).run(number -> number, block -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            consumed[0]++;
            inside.decrementAndGet();
            return consumed[0] < 5000;
        });

        assertEquals(5000, consumed[0]);
        assertEquals(1, most.get());
    }

    @Test
    void choresAreDoneByTheThreads() throws InterruptedException {
        OrderedBlocks blocks = new OrderedBlocks(executor, THREADS);
        AtomicInteger done = new AtomicInteger();
        blocks.later(done::incrementAndGet);

        blocks.run(number -> number, block -> done.get() == 0);

        assertEquals(1, done.get());
    }

    @Test
    void failureOfTheConsumerReachesTheCaller() {
        OrderedBlocks blocks = new OrderedBlocks(executor, THREADS);

        assertThrows(
                OutOfMemoryError.class,
                () -> blocks.run(number -> number, block -> {
                    throw new OutOfMemoryError("consumer");
                }));
    }

    @Test
    void blocksAheadOfTheConsumerAreFew() throws InterruptedException {
        AtomicLong made = new AtomicLong();
        long[] ahead = new long[1];

        new OrderedBlocks(executor, THREADS).run(number -> made.getAndIncrement() * 0 + number, block -> {
            ahead[0] = Math.max(ahead[0], made.get() - block);
            return block < 2000;
        });

        assertTrue(ahead[0] <= MOST_AHEAD, "up to " + ahead[0] + " blocks ahead");
    }
}
