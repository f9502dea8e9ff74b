package org.sagitta.validation.pipeline;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Results of what other threads do. */
final class Futures {
    private Futures() {}

    /** Waits for a result; throws the very exception or error that the other thread failed with. */
    static <T extends @Nullable Object> T result(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("another thread failed", e.getCause());
        }
    }
}
