package org.sagitta.data.simulation;

import java.util.Optional;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.material.MaterialEffects;

/**
 * Carries one muon through the true conditions and returns the hits a detector would give.
 *
 * <p>The path is made of arcs, see {@code ArcStepper}. Where it meets a sensor inside its outline, first the hit is
 * written down and then the matter acts, with the momentum on arrival. Behind the sensor the muon goes on through the
 * field already known on this arc as long as it strays less than a tenth of a millimetre from the path on which that
 * field was taken; otherwise a new arc starts at the sensor.
 *
 * <p>A muon is followed until it leaves the cylinder around all sensors, stops, has turned by half a circle in the
 * transverse plane (loopers: first half turn only), has flown too far, or comes to the end of the field.
 *
 * <p>Owned by one thread (it holds scratch); conditions, index and material effects are shared.
 */
public final class TrackSimulator {
    /** A muon below this momentum [GeV] counts as stopped; the material formulas are not meant for it. */
    public static final double MIN_MOMENTUM = 0.1;

    /** Longest way that is followed [mm]: more than three times the way to the far corner of the tracker. */
    public static final double MAX_PATH = 10_000;

    /** How far outside the envelope an arc may end [mm], so that a curved way out needs no crumbs of arcs. */
    private static final double OVERSHOOT = 10;

    private final Envelope envelope;
    private final MotionSeries motion = new MotionSeries();
    private final ArcStepper stepper;
    private final CrossingFinder finder;
    private final MatterPassage matter;
    private final HitMaker hitMaker;

    /**
     * @param truth sensors where they truly are with their true matter, and the true field
     * @param index of the sensors of {@code truth}
     * @param material mean loss, its variance and the scattering angle of a crossing
     * @param effects which of the random effects are on
     */
    public TrackSimulator(Conditions truth, SensorIndex index, MaterialEffects material, SimulationEffects effects) {
        if (!index.tracker().equals(truth.tracker())) {
            throw new IllegalArgumentException("the sensor index was built of another tracker than the truth");
        }
        this.envelope = Envelope.of(truth.tracker());
        this.stepper = new ArcStepper(truth.field(), motion);
        this.finder = new CrossingFinder(truth.tracker(), index, motion);
        this.matter = new MatterPassage(material, effects);
        this.hitMaker = new HitMaker(effects);
    }

    /**
     * Carries one muon from its vertex to its end.
     *
     * @param random six deviates are drawn per sensor crossed, whatever the effects
     */
    public SimulatedTrack simulate(GeneratedMuon muon, EventRandom random) {
        return simulate(muon.charge(), muon.vertex(), muon.momentum(), random);
    }

    SimulatedTrack simulate(int charge, Vec3 vertex, Vec3 momentum, EventRandom random) {
        Flight flight = new Flight(charge, vertex, momentum);
        stepper.restart();
        Optional<TrackEnd> end = limit(flight);
        while (end.isEmpty()) {
            end = flyOneArc(flight, random);
        }
        return flight.track(end.get());
    }

    private Optional<TrackEnd> limit(Flight flight) {
        if (flight.momentum < MIN_MOMENTUM) {
            return Optional.of(TrackEnd.STOPPED);
        }
        if (!envelope.contains(flight.position)) {
            return Optional.of(TrackEnd.LEFT_TRACKER);
        }
        if (Math.abs(flight.turned) > Math.PI) {
            return Optional.of(TrackEnd.TURNED_BACK);
        }
        return flight.path > MAX_PATH ? Optional.of(TrackEnd.TOO_LONG) : Optional.empty();
    }

    private Optional<TrackEnd> flyOneArc(Flight flight, EventRandom random) {
        double longest = envelope.distanceToLeave(flight.position, flight.direction) + OVERSHOOT;
        Optional<ArcStepper.Arc> arc = stepper.arc(flight.position, flight.direction, flight.bending(), longest);
        if (arc.isEmpty()) {
            return Optional.of(TrackEnd.LEFT_FIELD);
        }
        finder.look(arc.get().length(), flight.path, margin(arc.get(), flight.bending()));
        Vec3 before = flight.direction;
        follow(arc.get(), flight, random);
        flight.countTurn(before);
        return limit(flight);
    }

    /** Sagitta of the arc with 20 % to spare for the change of the field on it, and what kicks may add [mm]. */
    private static double margin(ArcStepper.Arc arc, double bending) {
        double length = arc.length();
        return 1.2 * Math.abs(bending) * arc.field().b0().norm() * length * length / 8 + ArcStepper.MAX_STRAY;
    }

    /** Goes along the arc from sensor to sensor, to its end or to where matter bends the muon off it. */
    private void follow(ArcStepper.Arc arc, Flight flight, EventRandom random) {
        FieldSeries field = arc.field();
        double left = arc.length();
        double stray = 0;
        while (true) {
            Optional<CrossingFinder.Ahead> next = finder.next(left, flight.path, flight.crossings);
            double s = next.isPresent() ? next.get().s() : left;
            flight.advance(motion, s);
            field = field.from(s);
            left -= s;
            if (next.isEmpty()) {
                break;
            }
            stray += cross(next.get(), flight, random) * left;
            if (flight.momentum < MIN_MOMENTUM || stray > ArcStepper.MAX_STRAY) {
                break;
            }
            motion.expand(flight.position, flight.direction, flight.bending(), field, left);
        }
        stepper.expect(field);
    }

    /**
     * Hit first, then matter. Returns the change of direction [rad]; the loss, at most some per mille of the momentum,
     * moves the rest of the arc by less than the allowed stray.
     */
    private double cross(CrossingFinder.Ahead at, Flight flight, EventRandom random) {
        Sensor sensor = at.sensor();
        Deviates deviates = Deviates.draw(random);
        flight.crossings.add(new SimulatedCrossing(
                sensor.index(), flight.path, at.u(), at.v(), flight.direction.times(flight.momentum)));
        hitMaker.hit(sensor, at.u(), at.v(), deviates).ifPresent(flight.hits::add);
        MatterPassage.Behind behind = matter.pass(sensor, flight.direction, flight.momentum, deviates);
        double turn = behind.direction().minus(flight.direction).norm();
        flight.direction = behind.direction();
        flight.momentum = behind.momentum();
        return turn;
    }
}
