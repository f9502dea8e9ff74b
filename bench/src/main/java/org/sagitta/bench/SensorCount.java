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
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.simulation.SimulationEffects;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.detector.CmsTracker;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.BatchTrackFitter;
import org.sagitta.kalman.batch.FitBlock;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.simd.BatchTrackFitters;
import org.sagitta.kalman.fit.FitSettings;
import org.sagitta.kalman.material.CmsMaterialEffects;

/**
 * A muon in trackers of different size, per muon: the CMS tracker with all its sensors, or every layer with one of
 * two only. Hits become fewer in proportion; compare with {@link FitAgainstHits}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {Sample.VECTORS, Sample.QUIET, Sample.KERNELS_APART, Sample.ALIGNED})
public class SensorCount {

    /** One sensor of this many is there. */
    @Param({"1", "2"})
    private int oneOf;

    private final FitBlock fits = new FitBlock();
    private final HitBlock hits = new HitBlock();
    private final HitBlock simulated = new HitBlock();
    private List<GeneratedMuon> muons = List.of();
    private @Nullable TrackSimulator simulator;
    private @Nullable BatchTrackFitter fitter;

    /** Takes sensors away and simulates what is to be fitted. */
    @Setup
    public void prepare() {
        Tracker tracker = thinned(CmsTracker.load(), oneOf);
        Conditions conditions = new Conditions(tracker, FieldModels.byName(FieldModels.TOSCA));
        CmsMaterialEffects material = CmsMaterialEffects.muon();
        simulator = new TrackSimulator(conditions, SensorIndex.of(tracker), material, SimulationEffects.FULL);
        fitter = BatchTrackFitters.create(conditions, FitSettings.standard(), material);
        muons = new Sample().muons();
        simulate(hits);
    }

    /** Neighbours in the list are neighbours along a stave or ring: a hash of the name picks sensors all over a layer. */
    private static Tracker thinned(Tracker tracker, int oneOf) {
        List<Sensor> kept = new ArrayList<>();
        for (Sensor s : tracker.sensors()) {
            if (Math.floorMod((s.name().hashCode() * 0x9e3779b9) >>> 8, oneOf) == 0) {
                kept.add(new Sensor(
                        kept.size(),
                        s.name(),
                        s.address(),
                        s.plane(),
                        s.outline(),
                        s.thickness(),
                        s.topology(),
                        s.resolution(),
                        s.material(),
                        s.materialGroup()));
            }
        }
        return new Tracker(kept);
    }

    private void simulate(HitBlock into) {
        into.clear();
        for (int i = 0; i < Sample.SIZE; i++) {
            Objects.requireNonNull(simulator)
                    .simulate(muons.get(i), Sample.random(RandomPurpose.SIMULATION_PLUS, i), into);
        }
    }

    /** All muons through the tracker. */
    @Benchmark
    @OperationsPerInvocation(Sample.SIZE)
    public HitBlock simulation() {
        simulate(simulated);
        return simulated;
    }

    /** Their hits fitted. */
    @Benchmark
    @OperationsPerInvocation(Sample.SIZE)
    public FitBlock fit() {
        Objects.requireNonNull(fitter).fit(hits, fits);
        return fits;
    }
}
