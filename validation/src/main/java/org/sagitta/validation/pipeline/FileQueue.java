package org.sagitta.validation.pipeline;

import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has files written by other threads, one file at a time: whoever adds one while another is still being written waits,
 * so that no more than two are in memory. Used by one thread at a time.
 */
final class FileQueue {
    private final Consumer<Runnable> later;
    private @Nullable FutureTask<?> underWay;

    /** @param later has a task done by some thread at some time */
    FileQueue(Consumer<Runnable> later) {
        this.later = later;
    }

    /** Adds a file after the one before is complete; fails as that one did. */
    void add(Runnable file) {
        finish();
        FutureTask<?> task = new FutureTask<>(file, null);
        underWay = task;
        later.accept(task);
    }

    /** Returns when all files are complete; fails as the last one did. */
    void finish() {
        FutureTask<?> task = underWay;
        if (task == null) {
            return;
        }
        underWay = null;
        // does it here if nobody has begun it, and nothing otherwise
        task.run();
        try {
            Futures.result(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a file was written", e);
        }
    }
}
