package org.sagitta.data.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.fieldmap.HarmonicField;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.ScaledField;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.batch.lanes.FieldKernel;
import org.sagitta.kalman.batch.lanes.FlightSlots;
import org.sagitta.kalman.batch.lanes.KernelSet;
import org.sagitta.kalman.batch.lanes.Lanes;

/**
 * Simulates many muons. In a field of solid harmonics, one value of which costs as much as crossing a sensor, several
 * muons are on their way at a time, arc by arc, and the field of all their arcs is taken with a kernel of the fit: the
 * arithmetic is shared with the fit, not the model, and neither the way nor the step rule. The kernel is within 1e-9 T of the model. In
 * other fields one muon comes after the other. What becomes of a muon does not depend on the others.
 *
 * <p>{@link TrackSimulator} is the definition. Owned by one thread.
 */
public final class BlockSimulator {
    /** Muons on their way at a time. */
    private static final int MUONS = Lanes.WIDTH;

    private final TrackSimulator single;
    private final FieldKernel field;
    /** None if one muon comes after the other. */
    private final List<Carrier> carriers;
    /** The muons among the carriers that ask for the field. */
    private final List<Carrier> asking = new ArrayList<>(MUONS);
    /** Groups of lanes for all their points. */
    private final double[][] lanes = new double[ArcStepper.POINTS * MUONS / Lanes.WIDTH][FlightSlots.SIZE];

    /** One muon on its way and its hits. */
    private static final class Carrier {
        private final TrackSimulator simulator;
        private final HitBlock hits = new HitBlock();
        private TrackSimulator.@Nullable Ride ride;

        private Carrier(TrackSimulator simulator) {
            this.simulator = simulator;
        }

        private void board(GeneratedMuon muon, EventRandom random) {
            hits.clear();
            ride = simulator.board(muon, random, hits);
        }

        private boolean begin() {
            return simulator.begin(Objects.requireNonNull(ride));
        }

        private boolean proceed() {
            return simulator.proceed(Objects.requireNonNull(ride));
        }
    }

    /**
     * @param single of the world, not used by others from now on
     * @param kernels scalar or vector ones; both give the same bits
     */
    public BlockSimulator(TrackSimulator single, KernelSet kernels) {
        this.single = single;
        this.field = kernels.field(single.field());
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
        asking.clear();
        for (Carrier carrier : taken) {
            if (carrier.begin()) {
                asking.add(carrier);
            }
        }
        while (!asking.isEmpty()) {
            takeField();
            goOn();
        }
        for (Carrier carrier : taken) {
            into.add(carrier.hits, 0);
        }
    }

    private void takeField() {
        int n = 0;
        for (Carrier carrier : asking) {
            ArcStepper stepper = carrier.simulator.stepper();
            for (int i = 0; i < stepper.wanted(); i++) {
                put(n++, stepper.point(i));
            }
        }
        for (int group = 0; group * Lanes.WIDTH < n; group++) {
            field.bend(lanes[group]);
        }
    }

    /** Carries on all muons that have asked, and keeps those that ask again. */
    private void goOn() {
        int still = 0;
        int n = 0;
        for (int i = 0; i < asking.size(); i++) {
            Carrier carrier = asking.get(i);
            n = give(carrier.simulator.stepper(), n);
            if (carrier.proceed()) {
                asking.set(still++, carrier);
            }
        }
        asking.subList(still, asking.size()).clear();
    }

    /** Gives a muon the field at its points, the first of which is in lane n; returns the lane behind them. */
    private int give(ArcStepper stepper, int n) {
        for (int i = 0; i < stepper.wanted(); i++) {
            stepper.give(i, field(n + i));
        }
        return n + stepper.wanted();
    }

    private void put(int n, Vec3 place) {
        double[] group = lanes[n / Lanes.WIDTH];
        int lane = n % Lanes.WIDTH;
        group[FlightSlots.PLACE_X + lane] = place.x();
        group[FlightSlots.PLACE_Y + lane] = place.y();
        group[FlightSlots.PLACE_Z + lane] = place.z();
    }

    /** The field [T] from the bend in a lane. */
    private Vec3 field(int n) {
        double[] group = lanes[n / Lanes.WIDTH];
        int lane = n % Lanes.WIDTH;
        return new Vec3(
                        group[FlightSlots.FIELD_X + lane],
                        group[FlightSlots.FIELD_Y + lane],
                        group[FlightSlots.FIELD_Z + lane])
                .times(1 / Units.KAPPA);
    }
}
