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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.sagitta.data.generation.Resonance;
import org.sagitta.data.scenario.Scenarios;
import org.sagitta.validation.pipeline.EventStream;

/** The chain as a stream of blocks handed on in order, per accepted pair: wall time with one thread, two, or more. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {Sample.VECTORS, Sample.QUIET, Sample.KERNELS_APART, Sample.ALIGNED})
public class Scaling {
    /** So many that the blocks which are left over at the end matter little. */
    private static final int PAIRS = 131_072;

    @Param({"1", "2"})
    private int threads;

    private @Nullable EventStream stream;

    @Setup
    public void prepare() {
        stream = new EventStream(Scenarios.bundled(Scenarios.W_LIKE_2011), Resonance.JPSI, 1, threads);
    }

    /** A sample. */
    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public long sample() throws InterruptedException {
        return Objects.requireNonNull(stream).eventsFor(PAIRS);
    }

    @TearDown
    public void stop() {
        Objects.requireNonNull(stream).close();
    }
}
