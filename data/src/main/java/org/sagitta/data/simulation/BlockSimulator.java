package org.sagitta.data.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.fieldmap.HarmonicField;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.Lanes;

/**
 * Simulates many muons. In a field of solid harmonics, one value of which costs as much as crossing a sensor, several
 * muons are on their way at a time, and their arcs are made side by side ({@link ArcLanes}): the arithmetic is shared with the
 * fit, not the model, and neither the way nor the step rule. The field so taken is within 1e-9 T of the model. In
 * other fields one muon comes after the other. What becomes of a muon does not depend on the others.
 *
 * <p>{@link TrackSimulator} is the definition. Owned by one thread.
 */
public final class BlockSimulator {
    /** Muons on their way at a time: twice as many as there are lanes, so that more lanes are in use when some have arrived. */
    private static final int MUONS = 2 * Lanes.WIDTH;

    private final TrackSimulator single;
    private final ArcLanes lanes;
    /** None if one muon comes after the other. */
    private final List<Carrier> carriers;
    /** Those whose muon has not come to its end. */
    private final List<Carrier> underWay = new ArrayList<>(MUONS);

    /** One muon on its way and its hits. */
    private static final class Carrier {
        private final TrackSimulator simulator;
        private final HitBlock hits = new HitBlock();
        private TrackSimulator.@Nullable Ride ride;
        private boolean arrived;

        private Carrier(TrackSimulator simulator) {
            this.simulator = simulator;
        }

        private void board(GeneratedMuon muon, EventRandom random) {
            hits.clear();
            ride = simulator.board(muon, random, hits);
        }

        private void begin() {
            arrived = !simulator.begin(Objects.requireNonNull(ride));
        }

        private void place(ArcLanes lanes, int lane) {
            lanes.place(lane, simulator.flight());
        }

        private void start(ArcLanes lanes, int lane) {
            simulator.stepper().start(simulator.flight(), lanes.fieldAtStart(lane));
        }

        private void put(ArcLanes lanes, int lane) {
            lanes.put(lane, simulator.flight(), simulator.stepper());
        }

        private void goOn(ArcLanes lanes, int lane) {
            ArcStepper.Progress progress = lanes.give(lane, simulator.flight(), simulator.stepper());
            arrived = !simulator.proceed(Objects.requireNonNull(ride), progress);
        }

        private boolean hasArrived() {
            return arrived;
        }
    }

    /**
     * @param single of the world, not used by others from now on
     * @param kernels scalar or vector ones; both give the same bits
     */
    public BlockSimulator(TrackSimulator single, KernelSet kernels) {
        this.single = single;
        this.lanes = new ArcLanes(single.field(), kernels);
        this.carriers = Stream.generate(() -> new Carrier(single.another()))
                .limit(isHarmonic(single.field()) ? MUONS : 0)
                .toList();
    }

    private static boolean isHarmonic(MagneticField model) {
        return model instanceof ScaledField scaled ? isHarmonic(scaled.field()) : model instanceof HarmonicField;
    }

    /**
     * Simulates muons; the hits of each are added to a block as one track, in the order of the list. Muons that go the same way had
     * better come one after the other ({@link FlightOrder}): they meet the same sensors, which are then near in memory.
     *
     * @param randoms of each muon, see {@link TrackSimulator#simulate(GeneratedMuon, EventRandom)}
     */
    public void simulate(List<GeneratedMuon> muons, List<EventRandom> randoms, HitBlock into) {
        if (muons.size() != randoms.size()) {
            throw new IllegalArgumentException(muons.size() + " muons with random numbers for " + randoms.size());
        }
        if (carriers.isEmpty()) {
            for (int muon = 0; muon < muons.size(); muon++) {
                single.simulate(muons.get(muon), randoms.get(muon), into);
            }
            return;
        }
        for (int first = 0; first < muons.size(); first += MUONS) {
            int end = Math.min(first + MUONS, muons.size());
            together(muons.subList(first, end), randoms.subList(first, end), into);
        }
    }

    private void together(List<GeneratedMuon> muons, List<EventRandom> randoms, HitBlock into) {
        List<Carrier> taken = carriers.subList(0, muons.size());
        // All come aboard before the first one leaves: so the waits for their memory fall together.
        for (int i = 0; i < taken.size(); i++) {
            taken.get(i).board(muons.get(i), randoms.get(i));
        }
        underWay.clear();
        underWay.addAll(taken);
        underWay.forEach(Carrier::begin);
        keepThoseUnderWay();
        inGroups(this::start);
        while (!underWay.isEmpty()) {
            inGroups(this::goOn);
            keepThoseUnderWay();
        }
        for (Carrier carrier : taken) {
            into.add(carrier.hits, 0);
        }
    }

    private void keepThoseUnderWay() {
        underWay.removeIf(Carrier::hasArrived);
    }

    /** Does one thing with all muons under way, as many at a time as there are lanes. */
    private void inGroups(Consumer<List<Carrier>> deed) {
        for (int first = 0; first < underWay.size(); first += Lanes.WIDTH) {
            deed.accept(underWay.subList(first, Math.min(underWay.size(), first + Lanes.WIDTH)));
        }
    }

    private void start(List<Carrier> group) {
        for (int lane = 0; lane < group.size(); lane++) {
            group.get(lane).place(lanes, lane);
        }
        lanes.takeFieldAtStart();
        for (int lane = 0; lane < group.size(); lane++) {
            group.get(lane).start(lanes, lane);
        }
    }

    private void goOn(List<Carrier> group) {
        for (int lane = 0; lane < group.size(); lane++) {
            group.get(lane).put(lanes, lane);
        }
        lanes.tryArcs();
        for (int lane = 0; lane < group.size(); lane++) {
            group.get(lane).goOn(lanes, lane);
        }
    }
}
