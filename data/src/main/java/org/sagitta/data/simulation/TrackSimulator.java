package org.sagitta.data.simulation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.data.random.RandomPurpose;
import org.sagitta.data.simulation.ArcStepper.Progress;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.passive.PassiveMaterial;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.material.MaterialEffects;

/**
 * Carries one muon through the true conditions and returns the hits a detector would give.
 *
 * <p>The path is made of arcs, see {@code ArcStepper}. Where it meets a sensor inside its outline, first the hit is
 * written down and then the matter acts, with the momentum on arrival; where it meets a passive surface, matter acts
 * alone. Behind either the muon goes on through the field already known on this arc as far as it strays little from the
 * path on which that field was taken, see {@code Stray}.
 *
 * <p>A muon is followed until it leaves the cylinder around all sensors, stops, has turned by half a circle in the
 * transverse plane (loopers: first half turn only), has flown too far, or comes to the end of the field. Passive walls
 * outside that cylinder are in the material budget, but no muon meets them.
 *
 * <p>Owned by one thread (it holds scratch); conditions, index and material effects are shared.
 */
public final class TrackSimulator {
    /** A muon below this momentum [GeV] counts as stopped; the material formulas are not meant for it. */
    public static final double MIN_MOMENTUM = 0.1;

    /** Longest way that is followed [mm]: more than three times the way to the far corner of the tracker. */
    public static final double MAX_PATH = 10_000;

    /**
     * |cos| of the angle to the normal of a passive surface below which its matter grows no further: a tube of some
     * millimetres and some hundred millimetres radius is no longer than that along a tangent.
     */
    private static final double TANGENT = 0.03;

    /** How far outside the envelope an arc may end [mm], so that a curved way out needs no crumbs of arcs. */
    private static final double OVERSHOOT = 10;

    private final MagneticField field;
    private final SensorIndex index;
    private final int[] candidates;
    private final SensorTable sensors;
    private final Envelope envelope;
    private final MotionSeries motion = new MotionSeries();
    private final Flight flight = new Flight();
    private final Stray stray = new Stray();
    private final Deviates deviates = new Deviates();
    private final ArcStepper stepper;
    private final CrossingFinder finder;
    private final PassiveTable surfaces;
    private final PassiveFinder passive;
    private final MatterPassage matter;
    private final HitMaker hitMaker;

    /**
     * A world whose matter is all in the sensors.
     *
     * @param truth sensors where they truly are with their true matter, and the true field
     * @param index of the sensors of {@code truth}
     * @param material mean loss, its variance and the scattering angle of a crossing
     * @param effects which of the random effects are on
     */
    public TrackSimulator(Conditions truth, SensorIndex index, MaterialEffects material, SimulationEffects effects) {
        this(truth, PassiveMaterial.NONE, index, material, effects);
    }

    /**
     * A world with matter beside the sensors.
     *
     * @param truth sensors where they truly are, with the matter that is in them, and the true field
     * @param passive the rest of the matter; of this nobody else in the chain knows
     * @param index of the sensors of {@code truth}
     * @param material mean loss, its variance and the scattering angle of a crossing
     * @param effects which of the random effects are on
     */
    public TrackSimulator(
            Conditions truth,
            PassiveMaterial passive,
            SensorIndex index,
            MaterialEffects material,
            SimulationEffects effects) {
        if (!index.tracker().equals(truth.tracker())) {
            throw new IllegalArgumentException("the sensor index was built of another tracker than the truth");
        }
        this.sensors = new SensorTable(truth.tracker());
        this.envelope = Envelope.of(truth.tracker());
        this.field = truth.field();
        this.index = index;
        this.candidates = new int[index.tracker().size()];
        this.stepper = new ArcStepper(field, motion);
        this.finder = new CrossingFinder(index, sensors, motion, candidates);
        this.surfaces = new PassiveTable(passive, envelope);
        this.passive = new PassiveFinder(surfaces, motion);
        this.matter = new MatterPassage(material, effects);
        this.hitMaker = new HitMaker(effects, truth, sensors);
    }

    /** Another simulator of the same world for the same thread, with the same tables. */
    private TrackSimulator(TrackSimulator other) {
        this.field = other.field;
        this.index = other.index;
        this.candidates = other.candidates;
        this.sensors = other.sensors;
        this.envelope = other.envelope;
        this.stepper = new ArcStepper(field, motion);
        this.finder = new CrossingFinder(index, sensors, motion, candidates);
        this.surfaces = other.surfaces;
        this.passive = new PassiveFinder(surfaces, motion);
        this.matter = new MatterPassage(other.matter);
        this.hitMaker = new HitMaker(other.hitMaker);
    }

    /** Another simulator of the same world for the same thread: a second muon may be on its way while the first one is. */
    TrackSimulator another() {
        return new TrackSimulator(this);
    }

    MagneticField field() {
        return field;
    }

    /**
     * Carries one muon from its vertex to its end.
     *
     * @param random six deviates are drawn per sensor crossed, whatever the effects. Branches of it serve what not every
     *     world has: MATTER the passive surfaces, three deviates for each that is met; MATTER_RADIATION and
     *     SURFACE_RADIATION the radiation, one chance per sensor and per surface; HITS wrong hits
     */
    public SimulatedTrack simulate(GeneratedMuon muon, EventRandom random) {
        return simulate(muon.charge(), muon.vertex(), muon.momentum(), random);
    }

    /**
     * The same muon with the same hits, which are added to a block as one track: what a production needs, with little
     * allocation.
     *
     * @return why the muon was followed no further
     */
    public TrackEnd simulate(GeneratedMuon muon, EventRandom random, HitBlock into) {
        flight.start(muon.charge(), muon.vertex(), muon.momentum());
        return fly(random, into, CrossingLog.NONE);
    }

    SimulatedTrack simulate(int charge, Vec3 vertex, Vec3 momentum, EventRandom random) {
        HitBlock hits = new HitBlock();
        CrossingList crossings = new CrossingList();
        flight.start(charge, vertex, momentum);
        TrackEnd end = fly(random, hits, crossings);
        return new SimulatedTrack(
                hits.track(0),
                crossings.sensors(),
                crossings.surfaces(),
                end,
                flight.path,
                flight.position(),
                flight.momentumVector());
    }

    /** Carries the muon that has been started to its end. */
    private TrackEnd fly(EventRandom random, HitBlock hits, CrossingLog log) {
        Ride ride = board(random, hits, log);
        Optional<TrackEnd> end = limit();
        while (end.isEmpty()) {
            end = flyOneArc(ride);
        }
        hits.endTrack();
        return end.get();
    }

    private Ride board(EventRandom random, HitBlock hits, CrossingLog log) {
        stepper.restart();
        finder.restart();
        hitMaker.start(random);
        passive.restart();
        matter.restart(random);
        return new Ride(random, surfaces.size() == 0 ? random : random.branch(RandomPurpose.MATTER), hits, log);
    }

    /** Takes aboard a muon that {@link #begin} starts and {@link #proceed} carries on, while others make its arcs; its hits are one track of a block. */
    Ride board(GeneratedMuon muon, EventRandom random, HitBlock into) {
        flight.start(muon.charge(), muon.vertex(), muon.momentum());
        return board(random, into, CrossingLog.NONE);
    }

    /** Whether the muon has an arc to be tried; else it has come to its end. */
    boolean begin(Ride ride) {
        return isUnderWay(limit().isEmpty() ? beginArc() : Progress.OUT, ride);
    }

    /** Carries the muon along its arc if that is ready. Returns whether it has an arc to be tried; else it has come to its end. */
    boolean proceed(Ride ride, Progress ofArc) {
        if (ofArc != Progress.READY) {
            return isUnderWay(ofArc, ride);
        }
        return isUnderWay(followArc(stepper.length(), ride).isEmpty() ? beginArc() : Progress.OUT, ride);
    }

    private static boolean isUnderWay(Progress progress, Ride ride) {
        if (progress == Progress.OUT) {
            ride.hits.endTrack();
            return false;
        }
        return true;
    }

    private Progress beginArc() {
        return stepper.begin(flight, envelope.distanceToLeave(flight) + OVERSHOOT);
    }

    ArcStepper stepper() {
        return stepper;
    }

    Flight flight() {
        return flight;
    }

    private Optional<TrackEnd> limit() {
        if (flight.momentum < MIN_MOMENTUM) {
            return Optional.of(TrackEnd.STOPPED);
        }
        if (!envelope.contains(flight)) {
            return Optional.of(TrackEnd.LEFT_TRACKER);
        }
        if (flight.hasTurnedBack()) {
            return Optional.of(TrackEnd.TURNED_BACK);
        }
        return flight.path > MAX_PATH ? Optional.of(TrackEnd.TOO_LONG) : Optional.empty();
    }

    private Optional<TrackEnd> flyOneArc(Ride ride) {
        OptionalDouble arc = stepper.arc(flight, envelope.distanceToLeave(flight) + OVERSHOOT);
        if (arc.isEmpty()) {
            return Optional.of(TrackEnd.LEFT_FIELD);
        }
        return followArc(arc.getAsDouble(), ride);
    }

    private Optional<TrackEnd> followArc(double length, Ride ride) {
        double turn = turnAtMost(length);
        double sagitta = turn * length / 8;
        finder.look(length, flight.path, sagitta, turn);
        passive.look(length, flight.path, sagitta);
        follow(length, ride);
        flight.noteTurn();
        return limit();
    }

    /** How much the direction turns on an arc [rad], with 20 % to spare for the change of the field on it. */
    private double turnAtMost(double length) {
        return 1.2 * Math.abs(flight.bending()) * stepper.field().strength() * length;
    }

    /** Goes along the arc from one meeting to the next, to its end or to where matter has bent the muon off it. */
    private void follow(double length, Ride ride) {
        FieldSeries field = stepper.field();
        stray.restart();
        double left = length;
        while (true) {
            boolean besides = passive.next(left, flight.path);
            boolean sensor = finder.next(besides ? passive.s() : left, flight.path);
            if (!sensor && !besides) {
                break;
            }
            double s = sensor ? finder.s() : passive.s();
            flight.moveTo(sensor ? finder.point() : passive.point(), s);
            field.moveTo(s);
            stray.advance(s);
            stray.before(flight);
            if (sensor) {
                cross(ride);
            } else {
                crossBetweenSensors(ride);
            }
            stray.behind(flight);
            left = stray.allowed(left - s, flight.bending(), field);
            if (flight.momentum < MIN_MOMENTUM || left <= 0) {
                return;
            }
            motion.expand(flight, field, left, MotionSeries.NEGLIGIBLE);
        }
        flight.advance(motion, left);
        field.moveTo(left);
    }

    /** Hit first, then matter. The loss, some per mille of the momentum, moves the rest of the arc by less than kicks. */
    private void cross(Ride ride) {
        int sensor = finder.sensor();
        SensorType type = sensors.type(sensor);
        deviates.draw(ride.ofSensors);
        matter.drawAtSensor(deviates);
        ride.log.crossed(sensor, finder.u(), finder.v(), flight);
        hitMaker.hit(sensor, finder.u(), finder.v(), flight, deviates, ride.hits);
        matter.pass(type.material(), sensors.cosine(sensor, flight), flight, deviates);
    }

    /** Matter alone. */
    private void crossBetweenSensors(Ride ride) {
        MaterialSlab slab = passive.slab();
        double cosine = Math.max(TANGENT, Math.abs(surfaces.cosine(passive.surface(), flight)));
        passive.pass(flight.path);
        deviates.drawMatter(ride.ofSurfaces);
        matter.drawAtSurface(deviates);
        ride.log.passed(slab, cosine, flight);
        if (slab.xOverX0() > 0) {
            matter.pass(slab, cosine, flight, deviates);
        }
    }

    /** What goes with one muon: its chances, its hits, and who takes note. */
    record Ride(EventRandom ofSensors, EventRandom ofSurfaces, HitBlock hits, CrossingLog log) {}
}
