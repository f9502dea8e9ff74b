package org.sagitta.calibration.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sums over many events so that the result has the same bits for any number of threads: events are cut into blocks of a
 * fixed size, and the sums of the blocks are merged in the order of the blocks, whichever was ready first.
 */
public final class BlockReducer {
    /** Events per block. Another value changes results in the last bits. */
    public static final int BLOCK_SIZE = 8192;

    /** The sum over the events from (included) to (excluded). Called by several threads at once. */
    @FunctionalInterface
    public interface BlockSum<T> {
        /** Computes the sum in memory of its own. */
        T of(int from, int to);
    }

    private final @Nullable ExecutorService executor;

    private BlockReducer(@Nullable ExecutorService executor) {
        this.executor = executor;
    }

    /** Works in the calling thread. */
    public static BlockReducer serial() {
        return new BlockReducer(null);
    }

    /** Works in the threads of a pool, which stays open. Must not be used from a task of the same pool. */
    public static BlockReducer on(ExecutorService executor) {
        return new BlockReducer(executor);
    }

    /**
     * The merged sum over events 0 to size - 1; over no event if size is 0.
     *
     * @param merge combines the sum so far with that of the next block; may reuse its first argument
     */
    public <T> T reduce(int size, BlockSum<T> blockSum, BinaryOperator<T> merge) {
        if (executor == null || size <= BLOCK_SIZE) {
            T sum = blockSum.of(0, Math.min(BLOCK_SIZE, size));
            for (int from = BLOCK_SIZE; from < size; from += BLOCK_SIZE) {
                sum = merge.apply(sum, blockSum.of(from, Math.min(from + BLOCK_SIZE, size)));
            }
            return sum;
        }
        List<Callable<T>> tasks = new ArrayList<>();
        for (int from = 0; from < size; from += BLOCK_SIZE) {
            int first = from;
            tasks.add(() -> blockSum.of(first, Math.min(first + BLOCK_SIZE, size)));
        }
        return merged(executor, tasks, merge);
    }

    private static <T> T merged(ExecutorService executor, List<Callable<T>> tasks, BinaryOperator<T> merge) {
        try {
            List<Future<T>> blocks = executor.invokeAll(tasks);
            T sum = blocks.get(0).get();
            for (int b = 1; b < blocks.size(); b++) {
                sum = merge.apply(sum, blocks.get(b).get());
            }
            return sum;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while summing over events", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a block of events could not be summed", e);
        }
    }
}
