package org.sagitta.data.simulation;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Slices of azimuth in which muons are put in order, and steps of the cosine of their polar angle. */
    private static final int SLICES = 16;

    private static final int STEPS = 1000;

    private final TrackSimulator single;
    /** Tracks of a block in the order in which they were simulated. */
    private final HitBlock simulated = new HitBlock();

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

        private boolean begin(GeneratedMuon muon, EventRandom random) {
            hits.clear();
            ride = simulator.board(muon, random, hits);
            return simulator.begin(ride);
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
     * Simulates muons; the hits of each are added to a block as one track, in the order of the list.
     *
     * @param randoms of each muon, see {@link TrackSimulator#simulate(GeneratedMuon, EventRandom)}
     */
    public void simulate(List<GeneratedMuon> muons, List<EventRandom> randoms, HitBlock into) {
        if (muons.size() != randoms.size()) {
            throw new IllegalArgumentException(muons.size() + " muons with random numbers for " + randoms.size());
        }
        int[] order = byDirection(muons);
        simulated.clear();
        if (carriers.isEmpty()) {
            for (int muon : order) {
                single.simulate(muons.get(muon), randoms.get(muon), simulated);
            }
        } else {
            for (int first = 0; first < order.length; first += MUONS) {
                together(Arrays.copyOfRange(order, first, Math.min(first + MUONS, order.length)), muons, randoms);
            }
        }
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        for (int track : place) {
            into.add(simulated, track);
        }
    }

    /**
     * The numbers of the muons in an order in which those that go the same way come one after the other: they meet the same sensors,
     * which are then near in memory. Slices of azimuth, up and down along the beam.
     */
    private static int[] byDirection(List<GeneratedMuon> muons) {
        long[] keys = new long[muons.size()];
        for (int i = 0; i < keys.length; i++) {
            Vec3 p = muons.get(i).momentum();
            int slice = (int) ((p.phi() / (2 * Math.PI) + 0.5) * SLICES);
            double cosine = p.z() / p.norm();
            int along = (int) ((slice % 2 == 0 ? cosine : -cosine) * STEPS) + STEPS;
            keys[i] = ((long) slice << 48) | ((long) along << 32) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private void together(int[] numbers, List<GeneratedMuon> muons, List<EventRandom> randoms) {
        asking.clear();
        for (int i = 0; i < numbers.length; i++) {
            Carrier carrier = carriers.get(i);
            if (carrier.begin(muons.get(numbers[i]), randoms.get(numbers[i]))) {
                asking.add(carrier);
            }
        }
        while (!asking.isEmpty()) {
            takeField();
            goOn();
        }
        for (int i = 0; i < numbers.length; i++) {
            simulated.add(carriers.get(i).hits, 0);
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
