package org.sagitta.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.validation.pipeline.EventChain;

/** The chain of a closure run on one thread, per generated event: generate, simulate and fit in blocks, vertex, mass. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {Sample.VECTORS, Sample.QUIET, Sample.KERNELS_APART, Sample.ALIGNED})
public class Chain {
    @Param({Scenarios.W_LIKE_2011, Scenarios.W_LIKE_2011_DETAILED, Scenarios.IDEAL})
    private String scenario = "";

    @Param({"JPSI", "Z"})
    private Resonance resonance = Resonance.JPSI;

    private @Nullable EventChain chain;
    private long next;

    @Setup
    public void prepare() {
        chain = new EventChain(Scenarios.bundled(scenario), resonance, 1);
    }

    /** A block of events. */
    @Benchmark
    @OperationsPerInvocation(EventChain.BLOCK_EVENTS)
    public int events() {
        next += EventChain.BLOCK_EVENTS;
        return Objects.requireNonNull(chain).events(next, EventChain.BLOCK_EVENTS);
    }
}
