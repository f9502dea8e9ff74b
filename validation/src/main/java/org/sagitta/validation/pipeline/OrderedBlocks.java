package org.sagitta.validation.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes numbered blocks on any number of threads and hands them on in order. What the consumer sees, and so every sum
 * and file made from it, does not depend on the number of threads.
 *
 * <p>The threads that make blocks also consume them: whoever has made the block that is due hands it on, and then those
 * that became ready meanwhile, while the others go on making blocks. So n threads are never more than n, and the work of
 * the consumer is shared out like any other.
 */
final class OrderedBlocks {
    /** Blocks made and not consumed, per thread: enough to keep threads busy while one consumes, few enough to stay small. */
    private static final int LOOK_AHEAD_PER_THREAD = 2;

    private final ExecutorService executor;
    private final int threads;
    private final Queue<Runnable> chores = new ConcurrentLinkedQueue<>();

    /** @param threads of the executor, all of which are used */
    OrderedBlocks(ExecutorService executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    int threads() {
        return threads;
    }

    /**
     * Makes blocks 0, 1, 2, ... until the consumer has had enough. The calling thread waits.
     *
     * @param producer makes block n; called on several of the executor's threads at once
     * @param wantsMore consumes a block, false when no further block is wanted; called on the executor's threads, on one
     *     at a time, each call seeing what the one before did
     */
    <B> void run(LongFunction<B> producer, Predicate<B> wantsMore) throws InterruptedException {
        Stream<B> stream = new Stream<>(producer, wantsMore, chores, (long) LOOK_AHEAD_PER_THREAD * threads);
        try {
            for (int i = 0; i < threads; i++) {
                executor.execute(stream::work);
            }
            Futures.result(stream.end);
        } finally {
            stream.stop();
        }
    }

    /**
     * Work that need not be done in the order of the blocks, as writing a file of them: one of the threads does it before
     * it makes its next block. What is left at the end of a run is done in the next one. It must not fail.
     */
    void later(Runnable chore) {
        chores.add(chore);
    }

    /** The blocks of one run. */
    private static final class Stream<B> {
        private final LongFunction<B> producer;
        private final Predicate<B> wantsMore;
        private final Queue<Runnable> chores;
        private final long lookAhead;
        private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        private final Map<Long, B> ready = new HashMap<>();
        private long next;
        private long due;
        private boolean consuming;

        Stream(LongFunction<B> producer, Predicate<B> wantsMore, Queue<Runnable> chores, long lookAhead) {
            this.producer = producer;
            this.wantsMore = wantsMore;
            this.chores = chores;
            this.lookAhead = lookAhead;
        }

        /** What each thread does until the end. */
        void work() {
            try {
                for (long number = claim(); !end.isDone(); number = claim()) {
                    hand(number, producer.apply(number));
                    for (@Nullable Runnable chore = chores.poll(); chore != null; chore = chores.poll()) {
                        chore.run();
                    }
                }
            } catch (InterruptedException e) {
                end.completeExceptionally(e);
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error e) {
                end.completeExceptionally(e);
                stop();
            }
        }

        /** Lets the threads end; they finish the block that they are making, which nobody consumes. */
        synchronized void stop() {
            end.complete(null);
            notifyAll();
        }

        private synchronized long claim() throws InterruptedException {
            while (next >= due + lookAhead && !end.isDone()) {
                wait();
            }
            return next++;
        }

        private void hand(long number, B block) {
            for (@Nullable B first = offer(number, block); first != null && !end.isDone(); first = consumed()) {
                if (!wantsMore.test(first)) {
                    stop();
                }
            }
        }

        /** Adds a block; returns the one that is due if this thread is to consume now. */
        private synchronized @Nullable B offer(long number, B block) {
            ready.put(number, block);
            return consuming ? null : takeDue();
        }

        /** Returns the next block if it is ready; otherwise this thread consumes no more. */
        private synchronized @Nullable B consumed() {
            due++;
            notifyAll();
            return takeDue();
        }

        private @Nullable B takeDue() {
            @Nullable B block = ready.remove(due);
            consuming = block != null;
            return block;
        }
    }
}
