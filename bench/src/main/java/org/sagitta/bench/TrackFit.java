package org.sagitta.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.kalman.fit.FitResult;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.measurement.Hit;

/** One complete track fit: seed, reference, filter, repeated linearisation, state at the beam line. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TrackFit {
    private final Sample sample = new Sample();
    private final TrackFitter fitter = sample.fitter(FieldModels.TOSCA);
    private final List<List<Hit>> tracks = new ArrayList<>();
    private int next;

    /** Simulates the hits. */
    @Setup
    public void prepare() {
        TrackSimulator simulator = sample.simulator(FieldModels.TOSCA);
        List<GeneratedMuon> muons = sample.muons();
        for (int i = 0; i < muons.size(); i++) {
            tracks.add(simulator
                    .simulate(muons.get(i), Sample.random(RandomPurpose.SIMULATION_PLUS, i))
                    .hits());
        }
    }

    /** One fit. */
    @Benchmark
    public FitResult fittedTrack() {
        next = (next + 1) % Sample.SIZE;
        return fitter.fit(tracks.get(next));
    }
}
