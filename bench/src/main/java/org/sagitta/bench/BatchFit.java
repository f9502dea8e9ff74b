package org.sagitta.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.ReferenceBatchTrackFitter;
import org.sagitta.kalman.batch.TrajectoryBlock;
import org.sagitta.kalman.batch.lanes.LaneBatchTrackFitter;
import org.sagitta.kalman.batch.lanes.ScalarKernels;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * The fit of blocks of tracks in the CMS geometry, per track: seed, reference, filter, repeated linearisation and the state at
 * the beam line, or smoothed states on all planes. The lane fits must not allocate; that is checked at the end.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {Sample.VECTORS, Sample.QUIET, Sample.KERNELS_APART, Sample.ALIGNED})
public class BatchFit {
    private static final int CHECKED_BLOCKS = 20;

    /** The JVM itself may allocate a little now and then; a vector that became an object costs thousands a track. */
    private static final long ALLOWED_BYTES_PER_BLOCK = 64;

    /** VECTOR: as wide as the machine; SCALAR: the same without vectors; REFERENCE: the fit that defines them. */
    @Param({"VECTOR", "SCALAR", "REFERENCE"})
    private String kernels = "";

    @Param({FieldModels.TOSCA, "uniform_3.8", Sample.GRID, FieldModels.FIELD_MAPPER})
    private String field = "";

    /** The state at the beam line, or smoothed states on all planes. */
    @Param({"BEAM_LINE", "ALL_PLANES"})
    private String goal = "";

    private final HitBlock hits = new HitBlock();
    private final FitBlock fits = new FitBlock();
    private final TrajectoryBlock trajectories = new TrajectoryBlock();
    private @Nullable BatchTrackFitter fitter;

    /** Simulates the hits; tracks that the lane fit leaves to the scalar fit are left out. */
    @Setup
    public void prepare() {
        Sample sample = new Sample();
        Conditions conditions = sample.conditions(field);
        sample.hits(field, Sample.SIZE).forEach(hits::add);
        fitter = fitter(conditions);
    }

    private BatchTrackFitter fitter(Conditions conditions) {
        CmsMaterialEffects material = CmsMaterialEffects.muon();
        FitSettings settings = FitSettings.standard();
        return switch (kernels) {
            case "VECTOR" -> BatchTrackFitters.create(conditions, settings, material);
            case "SCALAR" -> new LaneBatchTrackFitter(conditions, settings, material, new ScalarKernels());
            default -> new ReferenceBatchTrackFitter(new TrackFitter(conditions, settings, material));
        };
    }

    /** One block. */
    @Benchmark
    @OperationsPerInvocation(Sample.SIZE)
    public Object block() {
        BatchTrackFitter ready = Objects.requireNonNull(fitter);
        if (goal.equals("BEAM_LINE")) {
            ready.fit(hits, fits);
            return fits;
        }
        ready.smooth(hits, trajectories);
        return trajectories;
    }

    /** Fails if the lane fits allocate. */
    @TearDown
    public void checkAllocation() {
        if (kernels.equals("REFERENCE")) {
            return;
        }
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < CHECKED_BLOCKS; i++) {
            block();
        }
        long bytes = (memory.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / CHECKED_BLOCKS;
        if (bytes > ALLOWED_BYTES_PER_BLOCK) {
            throw new IllegalStateException(
                    "the fit of a block allocates " + bytes + " bytes, allowed are " + ALLOWED_BYTES_PER_BLOCK);
        }
    }
}
