package org.sagitta.bench;

import java.util.List;
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
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.simulation.SimulatedTrack;
import org.sagitta.data.simulation.TrackEnd;
import org.sagitta.data.simulation.TrackSimulator;
import org.sagitta.kalman.batch.HitBlock;

/** One muon through the tracker with every random effect. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Simulation {
    @Param({"uniform_3.8", "oae_3_8T", "polyfit3d_3.81143026675623"})
    private String model = "";

    @Param({"planes", "detailed"})
    private String material = "";

    private final Sample sample = new Sample();
    private final List<GeneratedMuon> muons = sample.muons();
    private TrackSimulator simulator = sample.simulator("uniform_3.8");
    private final HitBlock hits = new HitBlock();
    private int next;

    /** Chooses field and material. */
    @Setup
    public void prepare() {
        simulator = material.equals("detailed") ? sample.detailedSimulator(model) : sample.simulator(model);
    }

    /** One muon with all that is known about it. */
    @Benchmark
    public SimulatedTrack simulatedMuon() {
        next = (next + 1) % Sample.SIZE;
        return simulator.simulate(muons.get(next), Sample.random(RandomPurpose.SIMULATION_PLUS, next));
    }

    /** One muon of a production: its hits in a block. */
    @Benchmark
    public TrackEnd hitsOfAMuon() {
        next = (next + 1) % Sample.SIZE;
        if (next == 0) {
            hits.clear();
        }
        return simulator.simulate(muons.get(next), Sample.random(RandomPurpose.SIMULATION_PLUS, next), hits);
    }
}
