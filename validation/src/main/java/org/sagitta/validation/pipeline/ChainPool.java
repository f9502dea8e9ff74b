package org.sagitta.validation.pipeline;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.sagitta.kalman.batch.lanes.KernelSet;

/** Chains that keep their memory and are used again, each by one thread at a time. Shared between threads. */
final class ChainPool<C> {
    private final KernelWarmup warmup;
    private final Function<KernelSet, C> maker;
    private final Map<KernelWarmup.Stage, Queue<C>> idle = new EnumMap<>(KernelWarmup.Stage.class);

    /**
     * @param warmup of the whole job
     * @param maker makes another chain when all are in use
     */
    ChainPool(KernelWarmup warmup, Function<KernelSet, C> maker) {
        this.warmup = warmup;
        this.maker = maker;
        for (KernelWarmup.Stage stage : KernelWarmup.Stage.values()) {
            idle.put(stage, new ConcurrentLinkedQueue<>());
        }
    }

    /** What becomes of this many events in a chain that no other thread uses meanwhile. */
    <R> R use(int events, Function<C, R> work) {
        KernelWarmup.Stage stage = warmup.next(events);
        Queue<C> chains = Objects.requireNonNull(idle.get(stage));
        C waiting = chains.poll();
        C chain = waiting == null ? maker.apply(stage.kernels()) : waiting;
        R result = work.apply(chain);
        chains.add(chain);
        return result;
    }
}
