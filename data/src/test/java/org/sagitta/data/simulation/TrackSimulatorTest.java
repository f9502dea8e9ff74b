package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.generation.GeneratedMuon;
import org.sagitta.data.random.EventRandom;
import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.detector.Crossing;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.StripTopology;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.surface.Helix;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.batch.HitBlock;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.measurement.Hit;
import org.sagitta.kalman.measurement.PixelHit;
import org.sagitta.kalman.measurement.StripHit;

/** Where a muon goes and which sensors it meets, with the random effects off. */
class TrackSimulatorTest {
    private static final double BZ = 3.8;

    /** Position on a sensor against the helix [mm]; rounding, magnified where a sensor is met at a grazing angle. */
    private static final double ON_SENSOR = 1e-7;

    /** Between two sensors, behind a kick [mm]: what {@link Stray} allows, a tenth of the 0.1 um asked of whole tracks. */
    private static final double BETWEEN_SENSORS = Stray.TOLERANCE;

    /** The table gives two decimals, which it may have cut or rounded. */
    private static final double TWO_DECIMALS = 0.0051;

    private static final int MUONS = 3000;

    /** pT from 0.7 GeV to 1 TeV, |eta| below 2.5, vertices displaced by up to 20 mm across and 150 mm along the beam. */
    @Test
    void meetsTheSensorsOfTheHelixInOrder() {
        TrackSimulator simulator = Worlds.cms(UniformField.alongZ(BZ), SimulationEffects.NONE);
        int crossings = 0;
        for (int i = 0; i < MUONS; i++) {
            EventRandom random = Worlds.random(i);
            double pt = 0.7 * Math.exp(random.uniform() * Math.log(1000 / 0.7));
            Vec3 momentum = Worlds.momentum(pt, random.uniform(-2.5, 2.5), random.uniform(-Math.PI, Math.PI));
            Vec3 vertex = new Vec3(random.uniform(-14, 14), random.uniform(-14, 14), random.uniform(-150, 150));
            int charge = random.uniform() < 0.5 ? 1 : -1;
            SimulatedTrack track = simulator.simulate(charge, vertex, momentum, random);

            Helix helix = Helix.inField(vertex, momentum.unit(), charge / momentum.norm(), BZ);
            List<Crossing> expected = Worlds.CMS_INDEX.crossings(helix, track.path());
            assertEquals(expected.size(), track.crossings().size(), "muon " + i);
            for (int j = 0; j < expected.size(); j++) {
                SimulatedCrossing found = track.crossings().get(j);
                String what = "muon " + i + " at " + expected.get(j).sensor().name();
                assertEquals(expected.get(j).sensor().index(), found.sensor(), what);
                assertEquals(expected.get(j).u(), found.u(), ON_SENSOR, what);
                assertEquals(expected.get(j).v(), found.v(), ON_SENSOR, what);
                assertEquals(expected.get(j).pathLength(), found.path(), ON_SENSOR, what);
            }
            crossings += expected.size();
        }
        assertTrue(crossings > 15 * MUONS, crossings + " crossings");
    }

    /**
     * Behind a sensor a muon goes on through the field that was taken on the path before it was kicked. From each crossing
     * an integration to 1e-12 through the field itself, back against the direction of arrival, must come to the crossing
     * before.
     */
    @ParameterizedTest
    @CsvSource({
        "oae_3_8T, 1, 0.3",
        "oae_3_8T, 1.5, 2.2",
        "oae_3_8T, 5, 1.5",
        "polyfit3d_3.81143026675623, 1.2, -2.4",
        "polyfit3d_3.81143026675623, 3, 1.6",
        "polyfit3d_3.81143026675623, 10, -0.8"
    })
    void kickedMuonsFollowTheField(String model, double pt, double eta) {
        MagneticField field = FieldModels.byName(model);
        SimulationEffects scatteringOnly = SimulationEffects.NONE.with(SimulationEffects.Scattering.GAUSSIAN);
        TrackSimulator simulator = Worlds.cms(field, scatteringOnly);
        for (int i = 0; i < 20; i++) {
            SimulatedTrack track =
                    simulator.simulate(-1, Vec3.ZERO, Worlds.momentum(pt, eta, 0.3 * i), Worlds.random(i));
            for (int j = 1; j < track.crossings().size(); j++) {
                SimulatedCrossing from = track.crossings().get(j - 1);
                SimulatedCrossing to = track.crossings().get(j);
                Vec3 back =
                        ArcStepperTest.integrate(field, point(to), to.momentum().times(-1), 1, to.path() - from.path());
                assertEquals(0, back.minus(point(from)).norm(), BETWEEN_SENSORS, "muon " + i + ", crossing " + j);
            }
        }
    }

    private static Vec3 point(SimulatedCrossing crossing) {
        return Worlds.CMS.sensor(crossing.sensor()).plane().toGlobal(crossing.u(), crossing.v());
    }

    /** A block is filled with the hits that the list of the same muon has. */
    @Test
    void theHitsOfABlockAreThoseOfTheTrack() {
        TrackSimulator simulator = Worlds.cms(FieldModels.byName(FieldModels.TOSCA), SimulationEffects.FULL);
        HitBlock block = new HitBlock();
        for (int i = 0; i < 200; i++) {
            GeneratedMuon muon =
                    new GeneratedMuon(1, Worlds.momentum(1 + 0.1 * i, -2.4 + 4.8 * i / 200, 0.1 * i), Vec3.ZERO);
            SimulatedTrack track = simulator.simulate(muon, Worlds.random(i));
            TrackEnd end = simulator.simulate(muon, Worlds.random(i), block);
            assertEquals(track.end(), end);
            assertEquals(track.hits(), block.track(i));
        }
        assertEquals(200, block.size());
    }

    /** Exact hits are the crossings of active silicon, as strip coordinate or (u, v). */
    @Test
    void exactHitsAreTheActiveCrossings() {
        TrackSimulator simulator = Worlds.cms(UniformField.alongZ(BZ), SimulationEffects.NONE);
        int inGap = 0;
        for (int i = 0; i < 300; i++) {
            SimulatedTrack track = simulator.simulate(
                    1, Vec3.ZERO, Worlds.momentum(5, -2.3 + 4.6 * i / 300, 0.1 * i), Worlds.random(i));
            List<Hit> expected = new ArrayList<>();
            for (SimulatedCrossing c : track.crossings()) {
                Sensor sensor = Worlds.CMS.sensor(c.sensor());
                if (!sensor.outline().isActive(c.u(), c.v())) {
                    inGap++;
                } else if (sensor.topology() instanceof StripTopology strips) {
                    expected.add(new StripHit(c.sensor(), strips.coordinate(c.u(), c.v())));
                } else {
                    expected.add(new PixelHit(c.sensor(), c.u(), c.v()));
                }
            }
            assertEquals(expected, track.hits());
        }
        assertTrue(inGap > 0, "no crossing of a dead gap in the sample");
    }

    /**
     * Sensors met by straight rays from the origin, mean over 120 values of phi at half steps and both signs of eta,
     * against the table that was computed from the same sensors in another language (validation-raytrace.csv of the
     * reference data, columns pixel_hits_mean and strip_hits_mean, two decimals).
     */
    @ParameterizedTest
    @CsvSource({
        "0.1, 3.10, 14.59",
        "0.5, 3.10, 14.62",
        "1.0, 3.10, 13.67",
        "1.5, 3.10, 17.32",
        "2.0, 4.02, 20.50",
        "2.3, 3.58, 16.13",
        "2.5, 2.48, 6.00"
    })
    void straightMuonsMeetTheKnownNumberOfSensors(double eta, double pixels, double strips) {
        TrackSimulator simulator = Worlds.cms(UniformField.alongZ(0), SimulationEffects.NONE);
        int rays = 240;
        double pixelHits = 0;
        double stripHits = 0;
        for (int i = 0; i < rays; i++) {
            double phi = 2 * Math.PI * (i + 0.5) / 120;
            Vec3 momentum = Worlds.momentum(100, i < 120 ? eta : -eta, phi);
            SimulatedTrack track = simulator.simulate(1, Vec3.ZERO, momentum, Worlds.random(i));
            for (SimulatedCrossing c : track.crossings()) {
                if (Worlds.CMS.sensor(c.sensor()).address().subdetector().isPixel()) {
                    pixelHits++;
                } else {
                    stripHits++;
                }
            }
        }
        assertEquals(pixels, pixelHits / rays, TWO_DECIMALS);
        assertEquals(strips, stripHits / rays, TWO_DECIMALS);
    }

    /** Without matter the momentum is conserved, and the way back is the way there. */
    @Test
    void isReversibleWithoutMatter() {
        MagneticField field = FieldModels.byName(FieldModels.TOSCA);
        TrackSimulator simulator = Worlds.cms(field, SimulationEffects.NONE);
        for (int i = 0; i < 200; i++) {
            Vec3 momentum = Worlds.momentum(1 + 0.02 * i, -2.4 + 4.8 * i / 200, 0.3 * i);
            SimulatedTrack out = simulator.simulate(-1, Vec3.ZERO, momentum, Worlds.random(i));
            assertEquals(momentum.norm(), out.endMomentum().norm(), 1e-12 * momentum.norm());

            SimulatedCrossing last = out.crossings().get(out.crossings().size() - 1);
            Vec3 turn = Worlds.CMS.sensor(last.sensor()).plane().toGlobal(last.u(), last.v());
            SimulatedTrack back = simulator.simulate(1, turn, last.momentum().times(-1), Worlds.random(i));
            for (int j = 0; j < out.crossings().size(); j++) {
                SimulatedCrossing there = out.crossings().get(out.crossings().size() - 1 - j);
                SimulatedCrossing here = back.crossings().get(j);
                assertEquals(there.sensor(), here.sensor());
                assertEquals(there.u(), here.u(), 1e-6);
                assertEquals(there.v(), here.v(), 1e-6);
            }
        }
    }

    /** A sensor turned about the beam line by an angle measures u shifted by radius times angle. */
    @Test
    void aMovedSensorMovesItsHit() {
        double angle = 1e-4;
        Tracker moved = Worlds.CMS.map(
                s -> s.withPlane(turned(s.plane(), angle * s.plane().origin().z() / 1000)));
        MagneticField field = UniformField.alongZ(BZ);
        TrackSimulator truth = new TrackSimulator(
                new Conditions(moved, field), SensorIndex.of(moved), CmsMaterialEffects.muon(), SimulationEffects.NONE);
        TrackSimulator ideal = Worlds.cms(field, SimulationEffects.NONE);
        int compared = 0;
        for (int i = 0; i < 200; i++) {
            Vec3 momentum = Worlds.momentum(20, -2 + 0.02 * i, 0.7 * i);
            List<SimulatedCrossing> a =
                    ideal.simulate(1, Vec3.ZERO, momentum, Worlds.random(i)).crossings();
            List<SimulatedCrossing> b =
                    truth.simulate(1, Vec3.ZERO, momentum, Worlds.random(i)).crossings();
            for (SimulatedCrossing before : a) {
                Sensor sensor = Worlds.CMS.sensor(before.sensor());
                for (SimulatedCrossing after : b) {
                    if (after.sensor() == before.sensor()
                            && sensor.address().subdetector().isBarrel()) {
                        Vec3 point = sensor.plane().toGlobal(before.u(), before.v());
                        Vec3 azimuth = new Vec3(-point.y(), point.x(), 0);
                        Vec3 shift =
                                azimuth.times(angle * sensor.plane().origin().z() / 1000);
                        // The point of the track in the sensor's own frame moves against the sensor, and along the
                        // track, which is nearly normal in u: what remains is of second order.
                        Vec3 t = before.momentum().unit();
                        Vec3 along = t.times(shift.dot(sensor.plane().w())
                                / t.dot(sensor.plane().w()));
                        Vec3 inPlane = along.minus(shift);
                        assertEquals(inPlane.dot(sensor.plane().u()), after.u() - before.u(), 2e-4, sensor.name());
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 1000, compared + " crossings compared");
    }

    private static Plane turned(Plane plane, double angle) {
        return Plane.spannedBy(turned(plane.origin(), angle), turned(plane.u(), angle), turned(plane.v(), angle));
    }

    private static Vec3 turned(Vec3 a, double angle) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new Vec3(a.x() * cos - a.y() * sin, a.x() * sin + a.y() * cos, a.z());
    }

    /** Two sensors at the same place and one a nanometre behind are all met, once each. */
    @Test
    void meetsSensorsThatCoincide() {
        TrackSimulator simulator = Worlds.of(
                UniformField.alongZ(BZ),
                SimulationEffects.FULL,
                Worlds.facingX(0, 100, Worlds.PIXELS, new MaterialSlab(0.02, 1e-4)),
                Worlds.facingX(1, 100, Worlds.PIXELS, new MaterialSlab(0.02, 1e-4)),
                Worlds.facingX(2, 100 + 1e-6, Worlds.PIXELS, new MaterialSlab(0.02, 1e-4)));
        for (int i = 0; i < 100; i++) {
            List<Integer> met =
                    simulator
                            .simulate(1, Vec3.ZERO, Worlds.momentum(3, 0.1, 0.1), Worlds.random(i))
                            .crossings()
                            .stream()
                            .map(SimulatedCrossing::sensor)
                            .sorted()
                            .toList();
            assertEquals(List.of(0, 1, 2), met);
        }
    }

    /** More sensors near one arc than there is room for at first, and more crossings than are remembered at first. */
    @Test
    void meetsAllOfAStackOfManySensors() {
        int layers = 100;
        Sensor[] stack = new Sensor[layers];
        for (int i = 0; i < layers; i++) {
            stack[i] = Worlds.facingX(i, 20 + i, Worlds.PIXELS, MaterialSlab.VACUUM);
        }
        SimulatedTrack track = Worlds.of(UniformField.alongZ(BZ), SimulationEffects.NONE, stack)
                .simulate(1, Vec3.ZERO, Worlds.momentum(5, 0.1, 0), Worlds.random(1));
        assertEquals(
                IntStream.range(0, layers).boxed().toList(),
                track.crossings().stream().map(SimulatedCrossing::sensor).toList());
    }

    @Test
    void aLooperIsFollowedForHalfATurn() {
        TrackSimulator simulator = Worlds.cms(UniformField.alongZ(BZ), SimulationEffects.NONE);
        Vec3 momentum = Worlds.momentum(0.4, 0.2, 1);
        SimulatedTrack track = simulator.simulate(1, Vec3.ZERO, momentum, Worlds.random(1));
        assertEquals(TrackEnd.TURNED_BACK, track.end());
        // A positive charge turns clockwise: the end lies to the right of the start, one diameter away.
        double diameter = 2 * 0.4 / (0.299792458e-3 * BZ);
        assertEquals(diameter, track.endPosition().perp(), 0.02 * diameter);
        assertTrue(momentum.x() * track.endPosition().y()
                        - momentum.y() * track.endPosition().x()
                < 0);
    }

    @Test
    void sayWhyAMuonEnds() {
        Vec3 momentum = Worlds.momentum(10, 0, 0);
        TrackSimulator cms = Worlds.cms(UniformField.alongZ(BZ), SimulationEffects.NONE);
        assertEquals(
                TrackEnd.LEFT_TRACKER,
                cms.simulate(1, Vec3.ZERO, momentum, Worlds.random(1)).end());
        assertEquals(
                TrackEnd.LEFT_TRACKER,
                cms.simulate(1, new Vec3(0, 0, 9000), momentum, Worlds.random(1))
                        .end());
        assertEquals(
                TrackEnd.STOPPED,
                cms.simulate(1, Vec3.ZERO, momentum.times(0.001), Worlds.random(1))
                        .end());

        TrackSimulator thick = Worlds.of(
                UniformField.alongZ(BZ),
                SimulationEffects.NONE.with(SimulationEffects.EnergyLoss.MEAN),
                Worlds.facingX(0, 100, Worlds.PIXELS, new MaterialSlab(0.1, 10)));
        SimulatedTrack stopped = thick.simulate(1, Vec3.ZERO, momentum, Worlds.random(1));
        assertEquals(TrackEnd.STOPPED, stopped.end());
        assertEquals(1, stopped.hits().size(), "the hit is written before the matter acts");

        TrackSimulator bounded = Worlds.cms(new Bounded(), SimulationEffects.NONE);
        SimulatedTrack left = bounded.simulate(1, Vec3.ZERO, momentum, Worlds.random(1));
        assertEquals(TrackEnd.LEFT_FIELD, left.end());
        assertEquals(300, left.endPosition().perp(), ArcStepper.MIN_ARC);
    }

    @Test
    void refusesNonsense() {
        TrackSimulator cms = Worlds.cms(UniformField.alongZ(BZ), SimulationEffects.NONE);
        Vec3 momentum = Worlds.momentum(10, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> cms.simulate(0, Vec3.ZERO, momentum, Worlds.random(1)));
        assertThrows(IllegalArgumentException.class, () -> cms.simulate(1, Vec3.ZERO, Vec3.ZERO, Worlds.random(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrackSimulator(
                        new Conditions(new Tracker(List.of()), UniformField.alongZ(BZ)),
                        Worlds.CMS_INDEX,
                        CmsMaterialEffects.muon(),
                        SimulationEffects.NONE));
        assertThrows(IllegalArgumentException.class, () -> SimulationEffects.FULL.withEfficiency(1.1));
    }

    /** A uniform field that ends at r = 300 mm. */
    private static final class Bounded implements MagneticField {
        @Override
        public Vec3 at(Vec3 point) {
            return new Vec3(0, 0, BZ);
        }

        @Override
        public FieldDomain domain() {
            return CylinderDomain.symmetric(300, 1000);
        }
    }
}
