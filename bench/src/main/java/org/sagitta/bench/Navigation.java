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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Helix;

/** The search for sensors along one muon: the neighbours of the chords of its arcs, from the beam line to the way out. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Navigation {
    private static final double FIELD = 3.8;

    /** Length of an arc and what a muon may stray from it [mm], as in the simulation. */
    private static final double ARC = 200;

    private static final double STRAY = 1;

    /** About the size of the tracker [mm]. */
    private static final double LARGEST_R = 1100;

    private static final double LARGEST_Z = 2800;

    private final Sample sample = new Sample();
    private final SensorIndex index = sample.index();
    private final int[] found = new int[index.tracker().size()];
    private final List<List<Chord>> tracks =
            sample.muons().stream().map(Navigation::chords).toList();
    private int next;

    private record Chord(Vec3 from, Vec3 to, double margin) {}

    private static List<Chord> chords(GeneratedMuon muon) {
        double momentum = muon.momentum().norm();
        Helix helix =
                Helix.inField(muon.vertex(), muon.momentum().times(1 / momentum), muon.charge() / momentum, FIELD);
        double margin = Math.abs(helix.turningRate()) * ARC * ARC / 8 + STRAY;
        List<Chord> chords = new ArrayList<>();
        Vec3 from = muon.vertex();
        while (from.perp() < LARGEST_R && Math.abs(from.z()) < LARGEST_Z && chords.size() < LARGEST_Z / ARC) {
            Vec3 to = helix.pointAt(ARC * (chords.size() + 1));
            chords.add(new Chord(from, to, margin));
            from = to;
        }
        return chords;
    }

    /** All chords of one muon; the number of sensors near them. */
    @Benchmark
    public int neighboursOfATrack() {
        next = (next + 1) % Sample.SIZE;
        int sum = 0;
        for (Chord chord : tracks.get(next)) {
            sum += index.near(chord.from(), chord.to(), chord.margin(), found);
        }
        return sum;
    }
}
