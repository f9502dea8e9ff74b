package org.sagitta.validation.pipeline;

import java.util.concurrent.atomic.AtomicLong;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;

/**
 * Which kernels fit the next events of a job. Vector kernels are very slow until the JVM has compiled them, some seconds of
 * work that do not pay in a short run; so the first events are fitted with scalar kernels, which give the same bits.
 * Shared between threads.
 */
final class KernelWarmup {
    private static final long EARLY_EVENTS = 32_768;

    private final AtomicLong events = new AtomicLong();

    /** What to use for this many more events. */
    Stage next(int count) {
        return events.getAndAdd(count) < EARLY_EVENTS ? Stage.EARLY : Stage.LATER;
    }

    enum Stage {
        EARLY,
        LATER;

        KernelSet kernels() {
            return this == EARLY ? new ScalarKernels() : BatchTrackFitters.kernels();
        }
    }
}
