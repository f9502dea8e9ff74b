package org.sagitta.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.generation.GeneratedPair;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.kalman.fit.FitResult;
import org.sagitta.kalman.fit.FittedTrack;
import org.sagitta.kalman.fit.TrackFitter;
import org.sagitta.kalman.vertex.DimuonFit;

/** One J/psi event as in a closure run: generated, both muons simulated and fitted, joined to a mass. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Event {
    @Param({"oae_3_8T", "polyfit3d_3.81143026675623"})
    private String truth = "";

    private final Sample sample = new Sample();
    private final TrackFitter fitter = sample.fitter(FieldModels.TOSCA);
    private final DimuonFit vertex = new DimuonFit();
    private TrackSimulator simulator = sample.simulator(FieldModels.TOSCA);
    private long event;

    /** Chooses the true field; the reconstruction takes TOSCA. */
    @Setup
    public void prepare() {
        simulator = sample.simulator(truth);
    }

    /** One event. */
    @Benchmark
    public void simulatedAndFittedEvent(Blackhole sink) {
        GeneratedPair pair = sample.pair(event);
        FitResult plus = track(pair.plus(), RandomPurpose.SIMULATION_PLUS);
        FitResult minus = track(pair.minus(), RandomPurpose.SIMULATION_MINUS);
        if (plus instanceof FittedTrack a && minus instanceof FittedTrack b) {
            sink.consume(vertex.fit(a.perigee(), b.perigee()));
        }
        event++;
    }

    private FitResult track(GeneratedMuon muon, RandomPurpose purpose) {
        return fitter.fit(
                simulator.simulate(muon, Sample.random(purpose, event)).hits());
    }
}
