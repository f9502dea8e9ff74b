package org.sagitta.validation.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Makes numbered blocks on any number of threads and hands them on in order. What the consumer sees, and so every sum
 * and file made from it, does not depend on the number of threads.
 */
final class OrderedBlocks {
    /** Blocks under way per thread: enough to keep threads busy while the consumer writes, few enough to stay small. */
    private static final int LOOK_AHEAD_PER_THREAD = 4;

    private final ExecutorService executor;
    private final int lookAhead;

    OrderedBlocks(ExecutorService executor, int threads) {
        this.executor = executor;
        this.lookAhead = LOOK_AHEAD_PER_THREAD * threads;
    }

    /**
     * Makes blocks 0, 1, 2, ... until the consumer has had enough.
     *
     * @param producer makes block n; called on the executor's threads
     * @param wantsMore consumes a block on the calling thread, false when no further block is wanted
     */
    <B> void run(LongFunction<B> producer, Predicate<B> wantsMore) throws InterruptedException {
        Deque<Future<B>> underWay = new ArrayDeque<>();
        long next = 0;
        try {
            boolean more = true;
            while (more) {
                while (underWay.size() < lookAhead) {
                    long number = next++;
                    underWay.addLast(executor.submit(() -> producer.apply(number)));
                }
                more = wantsMore.test(result(underWay.removeFirst()));
            }
        } finally {
            underWay.forEach(f -> f.cancel(true));
        }
    }

    private static <B> B result(Future<B> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("a block could not be made", e.getCause());
        }
    }
}
