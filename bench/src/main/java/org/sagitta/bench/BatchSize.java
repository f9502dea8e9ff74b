package org.sagitta.bench;

import java.util.ArrayList;
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

/**
 * The same tracks fitted in blocks of different size, per track. Tracks of a group of lanes have about as many hits, which
 * is the better possible the more tracks there are to choose from.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {Sample.VECTORS, Sample.QUIET, Sample.KERNELS_APART, Sample.ALIGNED})
public class BatchSize {
    private static final int TRACKS = 4096;

    /** Tracks in a block. */
    @Param({"8", "64", "512", "4096"})
    private int tracks;

    private final FitBlock fits = new FitBlock();
    private final List<HitBlock> blocks = new ArrayList<>();
    private @Nullable BatchTrackFitter fitter;

    /** Cuts the tracks into blocks. */
    @Setup
    public void prepare() {
        Sample sample = new Sample();
        List<List<Hit>> all = sample.hits(FieldModels.TOSCA, TRACKS);
        for (int from = 0; from < TRACKS; from += tracks) {
            blocks.add(HitBlock.of(all.subList(from, Math.min(from + tracks, TRACKS))));
        }
        fitter = sample.batchFitter(FieldModels.TOSCA);
    }

    /** All blocks, one after the other. */
    @Benchmark
    @OperationsPerInvocation(TRACKS)
    public FitBlock fit() {
        BatchTrackFitter ready = Objects.requireNonNull(fitter);
        for (HitBlock block : blocks) {
            ready.fit(block, fits);
        }
        return fits;
    }
}
