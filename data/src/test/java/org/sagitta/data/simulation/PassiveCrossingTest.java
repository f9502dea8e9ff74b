package org.sagitta.data.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.data.random.EventRandom;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.fieldmap.parametrised.UniformField;
import org.sagitta.geometry.detector.Sensor;
import org.sagitta.geometry.detector.SensorIndex;
import org.sagitta.geometry.detector.Subdetector;
import org.sagitta.geometry.detector.Tracker;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.material.MaterialSlab;
import org.sagitta.geometry.passive.CmsPassiveMaterial;
import org.sagitta.geometry.passive.MaterialSteps;
import org.sagitta.geometry.passive.PassiveCylinder;
import org.sagitta.geometry.passive.PassiveDisk;
import org.sagitta.geometry.passive.PassiveMaterial;
import org.sagitta.geometry.passive.PassiveSurface;
import org.sagitta.geometry.surface.Helix;
import org.sagitta.kalman.Conditions;
import org.sagitta.kalman.material.CmsMaterialEffects;
import org.sagitta.kalman.material.MaterialKick;

/** Where a muon meets the matter beside the sensors, and what that does to it. */
class PassiveCrossingTest {
    private static final double BZ = 3.8;

    /** Of the path to a meeting [mm]: rounding, magnified where a surface is met at a small angle. */
    private static final double ON_SURFACE = 1e-6;

    /** The brute force looks for changes of sign at points that far apart [mm]. */
    private static final double SCAN = 0.5;

    /** |cos| to the normal below which brute force and search may see or miss a touch [1]. */
    private static final double TOUCH = 0.05;

    /** Nearer to the end of a surface than this [mm], neighbours do not tell whether it was met. */
    private static final double END = 5;

    private static final int MUONS = 300;

    private static final MaterialSlab SLAB = new MaterialSlab(0.02, 4e-5);
    private static final PassiveMaterial CMS = CmsPassiveMaterial.load(Worlds.CMS);
    private static final Tracker BARE = PassiveMaterial.bareSensors(Worlds.CMS);
    private static final SensorIndex BARE_INDEX = SensorIndex.of(BARE);

    private static TrackSimulator detailed(MagneticField field, SimulationEffects effects) {
        return new TrackSimulator(new Conditions(BARE, field), CMS, BARE_INDEX, CmsMaterialEffects.muon(), effects);
    }

    /**
     * pT from 0.5 GeV to 1 TeV, |eta| below 2.5, from near the beam or, as cosmic muons may, from anywhere and in any
     * direction.
     *
     * @param across largest displacement of the start in x and in y [mm]
     * @param atLeast so many meetings a muon must have been compared in the mean
     */
    @ParameterizedTest
    @CsvSource({"40, 12", "700, 10"})
    void meetsTheSurfacesOfTheHelixInOrder(double across, int atLeast) {
        TrackSimulator simulator = detailed(UniformField.alongZ(BZ), SimulationEffects.NONE);
        int meetings = 0;
        for (int i = 0; i < MUONS; i++) {
            EventRandom random = Worlds.random(i);
            double pt = 0.5 * Math.exp(random.uniform() * Math.log(1000 / 0.5));
            Vec3 momentum = Worlds.momentum(pt, random.uniform(-2.5, 2.5), random.uniform(-Math.PI, Math.PI));
            Vec3 vertex = new Vec3(
                    random.uniform(-across, across), random.uniform(-across, across), random.uniform(-150, 150));
            int charge = random.uniform() < 0.5 ? 1 : -1;
            SimulatedTrack track = simulator.simulate(charge, vertex, momentum, random);

            Helix helix = Helix.inField(vertex, momentum.unit(), charge / momentum.norm(), BZ);
            List<Meeting> expected = bruteForce(helix, track.path());
            List<MatterCrossing> found =
                    track.passages().stream().filter(p -> p.cosine() > TOUCH).toList();
            assertEquals(expected.size(), found.size(), "muon " + i);
            for (int j = 0; j < expected.size(); j++) {
                String what = "muon " + i + " at " + expected.get(j).surface.name();
                assertEquals(expected.get(j).path, found.get(j).path(), ON_SURFACE, what);
                assertEquals(expected.get(j).slab, found.get(j).slab(), what);
                assertEquals(expected.get(j).cosine, found.get(j).cosine(), 1e-8, what);
            }
            meetings += expected.size();
        }
        assertTrue(meetings > atLeast * MUONS, meetings + " meetings");
    }

    private record Meeting(double path, PassiveSurface surface, MaterialSlab slab, double cosine) {}

    /** All changes of sign of the distance from a surface, with no cleverness. */
    private static List<Meeting> bruteForce(Helix helix, double length) {
        List<Meeting> all = new ArrayList<>();
        int points = (int) Math.ceil(length / SCAN);
        Vec3[] path = new Vec3[points + 1];
        for (int k = 0; k <= points; k++) {
            path[k] = helix.pointAt(length * k / points);
        }
        for (PassiveSurface surface : CMS.surfaces()) {
            for (int k = 0; k < points; k++) {
                if (distance(surface, path[k]) * distance(surface, path[k + 1]) < 0) {
                    meeting(surface, helix, length * k / points, length * (k + 1) / points, all);
                }
            }
        }
        all.sort(Comparator.comparingDouble(Meeting::path));
        return all;
    }

    /** Of a disk the one on the same side of the origin. */
    private static double distance(PassiveSurface surface, Vec3 at) {
        return surface instanceof PassiveCylinder c
                ? at.perp() - c.radius()
                : Math.abs(at.z()) - ((PassiveDisk) surface).absZ();
    }

    private static void meeting(PassiveSurface surface, Helix helix, double from, double to, List<Meeting> into) {
        double low = from;
        double high = to;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            boolean before = distance(surface, helix.pointAt(low)) * distance(surface, helix.pointAt(middle)) > 0;
            low = before ? middle : low;
            high = before ? high : middle;
        }
        Vec3 point = helix.pointAt(low);
        double coordinate = surface.coordinate(point);
        double cosine = surface.cosine(point, helix.directionAt(low));
        if (coordinate >= surface.matter().from()
                && coordinate < surface.matter().to()
                && cosine > TOUCH) {
            into.add(new Meeting(low, surface, surface.matter().at(coordinate), cosine));
        }
    }

    /** A muon that curls inside a tube goes out through its wall and comes back: with 1 GeV and 3.8 T, r up to 1756 mm. */
    @Test
    void aCurlingMuonMeetsATubeTwice() {
        MaterialSteps steps = new MaterialSteps(List.of(0.0, 3000.0), List.of(SLAB));
        PassiveMaterial tube = new PassiveMaterial(List.of(new PassiveCylinder("tube", Subdetector.TOB, 400, steps)));
        TrackSimulator simulator = new TrackSimulator(
                new Conditions(BARE, UniformField.alongZ(BZ)),
                tube,
                BARE_INDEX,
                CmsMaterialEffects.muon(),
                SimulationEffects.NONE);
        // radius of the turn 0.3 / (0.2998 3.8) m = 263 mm: r grows to 527 mm
        SimulatedTrack track = simulator.simulate(1, Vec3.ZERO, Worlds.momentum(0.3, 0.1, 1), Worlds.random(1));
        assertEquals(TrackEnd.TURNED_BACK, track.end());
        assertEquals(1, track.passages().size());
        // from outside the way in and out again: the closest approach of a stiff muon is 100 mm
        SimulatedTrack through =
                simulator.simulate(1, new Vec3(-600, 100, 0), Worlds.momentum(100, 0, 0), Worlds.random(2));
        assertEquals(2, through.passages().size());
        assertEquals(-390, through.passages().get(0).position().x(), 5);
        assertEquals(390, through.passages().get(1).position().x(), 5);
    }

    /** With scattering and losses on: in order, never twice at one place, and no surface between two recorded points. */
    @ParameterizedTest
    @CsvSource({"0.8", "2", "20"})
    void kickedMuonsMissNothing(double pt) {
        TrackSimulator simulator = detailed(FieldModels.byName(FieldModels.TOSCA), SimulationEffects.FULL);
        int muons = 200;
        for (int i = 0; i < muons; i++) {
            double eta = -2.4 + 4.8 * i / muons;
            SimulatedTrack track =
                    simulator.simulate(-1, Vec3.ZERO, Worlds.momentum(pt, eta, 0.3 * i), Worlds.random(i));
            for (int j = 1; j < track.passages().size(); j++) {
                double gap = track.passages().get(j).path()
                        - track.passages().get(j - 1).path();
                assertTrue(gap > 1e-3, "muon " + i + ", passage " + j + ", gap " + gap);
            }
            List<Vec3> points = points(track);
            for (int j = 1; j < points.size(); j++) {
                for (PassiveSurface surface : CMS.surfaces()) {
                    assertTrue(
                            !isBetween(surface, points.get(j - 1), points.get(j)),
                            "muon " + i + " between " + points.get(j - 1) + " and " + points.get(j) + ": "
                                    + surface.name());
                }
            }
        }
    }

    /** Vertex, all sensors and surfaces crossed, and the end. */
    private static List<Vec3> points(SimulatedTrack track) {
        record At(double path, Vec3 position) {}
        List<At> all = new ArrayList<>(List.of(new At(0, Vec3.ZERO), new At(track.path(), track.endPosition())));
        track.passages().forEach(p -> all.add(new At(p.path(), p.position())));
        track.crossings()
                .forEach(c ->
                        all.add(new At(c.path(), BARE.sensor(c.sensor()).plane().toGlobal(c.u(), c.v()))));
        return all.stream()
                .sorted(Comparator.comparingDouble(At::path))
                .map(At::position)
                .toList();
    }

    /** Two neighbours on both sides of a surface, well within its ends. */
    private static boolean isBetween(PassiveSurface surface, Vec3 a, Vec3 b) {
        double before = distance(surface, a);
        double behind = distance(surface, b);
        boolean crossed = before * behind < 0 && Math.min(Math.abs(before), Math.abs(behind)) > ON_SURFACE;
        double from = Math.min(surface.coordinate(a), surface.coordinate(b));
        double to = Math.max(surface.coordinate(a), surface.coordinate(b));
        boolean within =
                from > surface.matter().from() + END && to < surface.matter().to() - END;
        return crossed && within && !surface.name().startsWith("tracker");
    }

    /** The loss of exact muons is the sum over all matter they met, each at the momentum of arrival. */
    @Test
    void lossIsTheSumOverAllMatter() {
        TrackSimulator simulator =
                detailed(UniformField.alongZ(BZ), SimulationEffects.NONE.with(SimulationEffects.EnergyLoss.MEAN));
        CmsMaterialEffects material = CmsMaterialEffects.muon();
        for (int i = 0; i < 100; i++) {
            Vec3 momentum = Worlds.momentum(5, -2.4 + 0.048 * i, i);
            SimulatedTrack track = simulator.simulate(1, Vec3.ZERO, momentum, Worlds.random(i));
            double expected = 0;
            for (MatterCrossing p : track.passages()) {
                expected += p.slab().xOverX0() > 0
                        ? material.crossing(p.momentum().norm(), p.cosine(), p.slab())
                                .energyLoss()
                        : 0;
            }
            for (SimulatedCrossing c : track.crossings()) {
                Sensor sensor = BARE.sensor(c.sensor());
                double p = c.momentum().norm();
                MaterialKick kick =
                        material.crossing(p, c.momentum().dot(sensor.plane().w()) / p, sensor.material());
                expected += kick.energyLoss();
            }
            double lost = material.particle().energy(momentum.norm())
                    - material.particle().energy(track.endMomentum().norm());
            assertEquals(expected, lost, 1e-12, "muon " + i);
            assertTrue(lost > 0.02, "muon " + i + " lost " + lost + " GeV");
        }
    }

    /** Stiff muons from the origin meet what straight rays meet, within the cylinder around all sensors. */
    @Test
    void stiffMuonsMeetTheMatterOfRays() {
        TrackSimulator simulator = detailed(UniformField.alongZ(BZ), SimulationEffects.NONE);
        Envelope envelope = Envelope.of(BARE);
        double outside = 20; // the last arc ends up to 10 mm behind the envelope
        for (double eta = 0.013; eta < 2.5; eta += 0.05) {
            Vec3 momentum = Worlds.momentum(1e5, eta, 1);
            SimulatedTrack track = simulator.simulate(1, Vec3.ZERO, momentum, Worlds.random(1));
            double met = track.passages().stream()
                    .mapToDouble(p -> p.slab().xOverX0() / p.cosine())
                    .sum();
            double least = within(envelope, momentum);
            double most = within(new Envelope(envelope.radius() + outside, envelope.halfLength() + outside), momentum);
            assertTrue(met > least - 1e-4 && met < most + 1e-4, "eta " + eta + ": " + met);
        }
    }

    /** What a ray meets within a cylinder. */
    private static double within(Envelope envelope, Vec3 momentum) {
        return CMS.surfaces().stream()
                .filter(s -> s.rayScale(momentum) * momentum.perp() < envelope.radius()
                        && s.rayScale(momentum) * momentum.z() < envelope.halfLength())
                .mapToDouble(s -> s.alongRay(momentum.eta()).xOverX0())
                .sum();
    }

    /** Without surfaces nothing is drawn beside the six deviates of each sensor, and nothing else changes. */
    @Test
    void noSurfaceNoChange() {
        Conditions truth = new Conditions(Worlds.CMS, FieldModels.byName(FieldModels.TOSCA));
        SimulationEffects radiating = SimulationEffects.FULL.with(SimulationEffects.Radiation.STOCHASTIC);
        for (SimulationEffects effects : List.of(SimulationEffects.FULL, radiating)) {
            TrackSimulator plain = Worlds.cms(truth.field(), effects);
            TrackSimulator none = with(PassiveMaterial.NONE, truth, effects);
            // surfaces without matter, or with next to none, leave the chances of the sensors alone
            TrackSimulator empty = with(CMS.scaled((part, absEta) -> 0, List.of()), truth, effects);
            TrackSimulator thin = with(CMS.scaled((part, absEta) -> 1e-9, List.of()), truth, effects);
            for (int i = 0; i < 50; i++) {
                Vec3 momentum = Worlds.momentum(3, 0.1 * (i % 25), i);
                SimulatedTrack expected = plain.simulate(1, Vec3.ZERO, momentum, Worlds.random(i));
                assertEquals(expected, none.simulate(1, Vec3.ZERO, momentum, Worlds.random(i)));
                assertSamePath(expected, empty.simulate(1, Vec3.ZERO, momentum, Worlds.random(i)));
                assertSamePath(expected, thin.simulate(1, Vec3.ZERO, momentum, Worlds.random(i)));
            }
        }
    }

    private static TrackSimulator with(PassiveMaterial passive, Conditions truth, SimulationEffects effects) {
        return new TrackSimulator(truth, passive, Worlds.CMS_INDEX, CmsMaterialEffects.muon(), effects);
    }

    private static void assertSamePath(SimulatedTrack expected, SimulatedTrack same) {
        assertEquals(expected.crossings().size(), same.crossings().size());
        assertEquals(0, expected.endPosition().minus(same.endPosition()).norm(), 1e-3);
        assertTrue(same.passages().size() > 3);
    }
}
