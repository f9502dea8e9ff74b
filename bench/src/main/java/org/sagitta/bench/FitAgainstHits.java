package org.sagitta.bench;

import java.util.List;
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
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.measurement.Hit;

/** The innermost hits of each track, per track: what a hit costs, and what a track costs apart from its hits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {Sample.VECTORS, Sample.QUIET, Sample.KERNELS_APART, Sample.ALIGNED})
public class FitAgainstHits {

    /** Hits of every track; tracks with fewer are left out. */
    @Param({"6", "9", "12", "15"})
    private int hits;

    private final FitBlock fits = new FitBlock();
    private HitBlock block = new HitBlock();
    private @Nullable BatchTrackFitter fitter;

    /** Shortens the tracks. */
    @Setup
    public void prepare() {
        Sample sample = new Sample();
        List<List<Hit>> shortened = sample.hits(FieldModels.TOSCA, 2 * Sample.SIZE).stream()
                .filter(track -> track.size() >= hits)
                .limit(Sample.SIZE)
                .map(track -> track.subList(0, hits))
                .toList();
        if (shortened.size() < Sample.SIZE) {
            throw new IllegalStateException("only " + shortened.size() + " tracks have " + hits + " hits");
        }
        block = HitBlock.of(shortened);
        fitter = sample.batchFitter(FieldModels.TOSCA);
    }

    /** One block. */
    @Benchmark
    @OperationsPerInvocation(Sample.SIZE)
    public FitBlock fit() {
        Objects.requireNonNull(fitter).fit(block, fits);
        return fits;
    }
}
