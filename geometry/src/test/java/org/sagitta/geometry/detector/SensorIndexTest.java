package org.sagitta.geometry.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Helix;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;

@Execution(ExecutionMode.CONCURRENT)
class SensorIndexTest {
    /** Both answers iterate to {@link Helix#PATH_TOLERANCE}, from different brackets [mm]. */
    private static final double PATH_TOLERANCE = 10 * Helix.PATH_TOLERANCE;

    private static final double BZ = 3.8 * Units.TESLA;
    private static final double TRACKER_RADIUS = 1150 * Units.MM;
    private static final double TRACKER_HALF_LENGTH = 2800 * Units.MM;

    /** A track that loops inside the tracker is followed this far [mm]. */
    private static final double PATH_LIMIT = 10_000 * Units.MM;

    private static Tracker ideal;
    private static World idealWorld;
    private static World displacedWorld;

    @BeforeAll
    static void loadTrackers() {
        ideal = CmsTracker.load();
        Random random = new Random(7);
        idealWorld = new World(ideal);
        displacedWorld = new World(ideal.map(s -> s.withPlane(jolted(s.plane(), random))));
    }

    /** A tracker, the index under test, and the size of each sensor, which takes long to compute for every track. */
    private static final class World {
        private final Tracker tracker;
        private final SensorIndex index;
        private final double[] radii;

        World(Tracker tracker) {
            this.tracker = tracker;
            this.index = SensorIndex.of(tracker);
            this.radii = tracker.sensors().stream()
                    .mapToDouble(sensor -> sensor.outline().circumscribedRadius())
                    .toArray();
        }
    }

    @Test
    void findsWhatALookAtAllSensorsFinds() {
        assertEqualToBruteForce(idealWorld, 10_000, 1);
    }

    @Test
    void findsWhatALookAtAllSensorsFindsAfterDisplacement() {
        assertEqualToBruteForce(displacedWorld, 2_000, 2);
    }

    @Test
    void theBoundUsedByTheReferenceLosesNothing() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            Helix helix = randomTrack(random);
            double limit = pathLengthInTracker(helix);
            assertEquals(lookAtAll(ideal, helix, limit), lookAtAllNear(idealWorld, helix, limit), helix.toString());
        }
    }

    @Test
    void candidatesAreTheSensorsWhoseGrownBoxMeetsTheSegment() {
        SensorIndex index = idealWorld.index;
        Random random = new Random(4);
        double margin = 0.7;
        for (int i = 0; i < 200; i++) {
            Helix helix = randomTrack(random);
            Vec3 from = helix.pointAt(1000 * random.nextDouble());
            Vec3 to = from.plus(50, helix.direction());
            List<Integer> found = new ArrayList<>();
            index.candidates(from, to, margin, found::add);
            TreeSet<Integer> expected = new TreeSet<>();
            for (Sensor sensor : ideal.sensors()) {
                if (segmentMeets(Box.around(sensor), from, to, margin)) {
                    expected.add(sensor.index());
                }
            }
            assertEquals(expected, new TreeSet<>(found));
            assertEquals(expected.size(), found.size(), "a sensor is visited once");
        }
    }

    /** Whatever a segment may meet that is moved by up to the margin must be there, each sensor once. */
    @Test
    void nearOnesAreAllThatAMovedSegmentMeets() {
        assertNearOnesAreAll(1500, 10);
    }

    /** A segment that starts at the beam line may be at any azimuth there, but not further out. */
    @Test
    void nearOnesAreAllThatASegmentFromTheBeamMeets() {
        assertNearOnesAreAll(30, 3);
    }

    private static void assertNearOnesAreAll(double furthestStart, double largestMargin) {
        for (World world : List.of(idealWorld, displacedWorld, new World(aroundTheAxis()))) {
            Tracker tracker = world.tracker;
            int[] found = new int[tracker.size()];
            Random random = new Random(5);
            int met = 0;
            for (int i = 0; i < 2000; i++) {
                Helix helix = randomTrack(random);
                Vec3 from = helix.pointAt(furthestStart * random.nextDouble());
                Vec3 to = from.plus(400 * random.nextDouble(), randomDirection(random));
                double margin = largestMargin * random.nextDouble();
                int count = world.index.near(from, to, margin, found);
                BitSet near = new BitSet(tracker.size());
                Arrays.stream(found, 0, count).forEach(near::set);
                assertEquals(count, near.cardinality(), "a sensor is named once");
                Vec3 shift = randomDirection(random).times(margin);
                for (Sensor sensor : tracker.sensors()) {
                    if (meets(sensor, from.plus(shift), to.plus(shift))) {
                        assertTrue(near.get(sensor.index()), () -> sensor.name() + " from " + from + " to " + to);
                        met++;
                    }
                }
            }
            assertTrue(met > 0, "no sensor met");
        }
    }

    /** From the beam line only sensors on the side of the segment are named: no more than ten for a layer or two. */
    @Test
    void aSegmentFromTheBeamHasFewNeighbours() {
        SensorIndex index = idealWorld.index;
        int[] found = new int[ideal.size()];
        for (int i = 0; i < 100; i++) {
            Vec3 to = new Vec3(200 * Math.cos(0.063 * i), 200 * Math.sin(0.063 * i), 40);
            int count = index.near(Vec3.ZERO, to, 2, found);
            assertTrue(count > 2 && count < 25, count + " sensors near the segment to " + to);
        }
    }

    /** The sensors of the ideal tracker in front of one side, and one that the z axis goes through. */
    private static Tracker aroundTheAxis() {
        Sensor across =
                ideal.sensor(0).withPlane(Plane.spannedBy(new Vec3(1, 1, 40), new Vec3(1, 0, 0), new Vec3(0, 1, 0)));
        List<Sensor> sensors = new ArrayList<>(ideal.sensors().subList(0, 300));
        sensors.set(0, across);
        return new Tracker(sensors);
    }

    private static Vec3 randomDirection(Random random) {
        return Vec3.direction(2 * Math.PI * random.nextDouble(), Math.acos(2 * random.nextDouble() - 1));
    }

    private static boolean meets(Sensor sensor, Vec3 from, Vec3 to) {
        double before = sensor.plane().distance(from);
        double behind = sensor.plane().distance(to);
        if (before * behind > 0) {
            return false;
        }
        Vec3 local = sensor.plane().toLocal(from.plus(before / (before - behind), to.minus(from)));
        return sensor.outline().contains(local.x(), local.y());
    }

    @Test
    void aSegmentOfNoLengthIsAPoint() {
        SensorIndex index = idealWorld.index;
        Vec3 centre = ideal.sensor(5000).plane().origin();
        List<Integer> found = new ArrayList<>();
        index.candidates(centre, centre, 0, found::add);
        assertTrue(found.contains(5000));
        index.candidates(Vec3.ZERO, Vec3.ZERO, 0, i -> assertTrue(i < 0, "nothing is at the origin"));
        int[] near = new int[ideal.size()];
        int count = index.near(centre, centre, 0, near);
        assertTrue(Arrays.stream(near, 0, count).anyMatch(i -> i == 5000));
        assertEquals(0, index.near(Vec3.ZERO, Vec3.ZERO, 0, near));
    }

    @Test
    void anEmptyTrackerHasNoCrossings() {
        SensorIndex index = SensorIndex.of(new Tracker(List.of()));
        assertEquals(List.of(), index.crossings(Helix.straight(Vec3.ZERO, new Vec3(1, 0, 0)), 1000));
        assertEquals(0, index.near(Vec3.ZERO, new Vec3(1, 0, 0), 1, new int[0]));
    }

    @Test
    void refusesAnEndlessPath() {
        SensorIndex index = idealWorld.index;
        Helix helix = Helix.straight(Vec3.ZERO, new Vec3(1, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> index.crossings(helix, Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> index.crossings(helix, 0));
    }

    private static void assertEqualToBruteForce(World world, int tracks, long seed) {
        Random random = new Random(seed);
        int crossings = 0;
        for (int i = 0; i < tracks; i++) {
            Helix helix = randomTrack(random);
            double limit = pathLengthInTracker(helix);
            List<Crossing> expected = lookAtAllNear(world, helix, limit);
            List<Crossing> found = world.index.crossings(helix, limit);
            assertEquals(names(expected), names(found), helix.toString());
            for (int k = 0; k < expected.size(); k++) {
                assertEquals(expected.get(k).pathLength(), found.get(k).pathLength(), PATH_TOLERANCE);
                assertEquals(expected.get(k).u(), found.get(k).u(), PATH_TOLERANCE);
                assertEquals(expected.get(k).v(), found.get(k).v(), PATH_TOLERANCE);
            }
            crossings += found.size();
        }
        assertTrue(crossings > 10 * tracks, "the sample must cross sensors: " + crossings);
    }

    private static List<String> names(List<Crossing> crossings) {
        return crossings.stream().map(c -> c.sensor().name()).toList();
    }

    /** pT 0.7 GeV to 1 TeV flat in its logarithm, |eta| below 2.5, both charges, up to 10 cm in r and 20 cm in z. */
    private static Helix randomTrack(Random random) {
        double pt = 0.7 * Math.pow(1000 / 0.7, random.nextDouble());
        double eta = 2.5 * (2 * random.nextDouble() - 1);
        double theta = 2 * Math.atan(Math.exp(-eta));
        double r = 100 * random.nextDouble();
        double place = 2 * Math.PI * random.nextDouble();
        Vec3 vertex = new Vec3(r * Math.cos(place), r * Math.sin(place), 200 * (2 * random.nextDouble() - 1));
        double q = random.nextBoolean() ? 1 : -1;
        Vec3 direction = Vec3.direction(2 * Math.PI * random.nextDouble(), theta);
        return Helix.inField(vertex, direction, q * Math.sin(theta) / pt, BZ);
    }

    private static double pathLengthInTracker(Helix helix) {
        double s = 0;
        Vec3 point = helix.start();
        while (s < PATH_LIMIT && point.perp() < TRACKER_RADIUS && Math.abs(point.z()) < TRACKER_HALF_LENGTH) {
            s += 10;
            point = helix.pointAt(s);
        }
        return s;
    }

    /** Every sensor asked, none left out. */
    private static List<Crossing> lookAtAll(Tracker tracker, Helix helix, double limit) {
        List<Crossing> found = new ArrayList<>();
        for (Sensor sensor : tracker.sensors()) {
            ask(sensor, helix, limit, found);
        }
        return inOrder(found);
    }

    /** The same, but without solving for sensors whose enclosing sphere the whole helix passes by. */
    private static List<Crossing> lookAtAllNear(World world, Helix helix, double limit) {
        List<Crossing> found = new ArrayList<>();
        Vec3 t = helix.direction();
        double radius = 1 / helix.curvature();
        Vec3 axis = helix.start().plus(radius / t.perp(), new Vec3(t.y(), -t.x(), 0));
        double furthest = helix.pointAt(limit).z();
        double low = Math.min(helix.start().z(), furthest);
        double high = Math.max(helix.start().z(), furthest);
        for (Sensor sensor : world.tracker.sensors()) {
            Vec3 centre = sensor.plane().origin();
            double size = world.radii[sensor.index()] + 1;
            if (centre.z() > low - size
                    && centre.z() < high + size
                    && Math.abs(distance(centre, axis) - Math.abs(radius)) < size) {
                ask(sensor, helix, limit, found);
            }
        }
        return inOrder(found);
    }

    /** In the transverse plane; a millimetre is added anyway, so that a rounding-proof hypotenuse is not needed. */
    private static double distance(Vec3 a, Vec3 b) {
        double dx = a.x() - b.x();
        double dy = a.y() - b.y();
        return Math.sqrt(dx * dx + dy * dy);
    }

    private static void ask(Sensor sensor, Helix helix, double limit, List<Crossing> found) {
        for (double s : helix.pathLengthsTo(sensor.plane(), limit)) {
            Vec3 local = sensor.plane().toLocal(helix.pointAt(s));
            if (sensor.outline().contains(local.x(), local.y())) {
                found.add(new Crossing(sensor, s, local.x(), local.y()));
            }
        }
    }

    private static List<Crossing> inOrder(List<Crossing> crossings) {
        return crossings.stream()
                .sorted(Comparator.comparingDouble(Crossing::pathLength)
                        .thenComparingInt(c -> c.sensor().index()))
                .toList();
    }

    /** Clips the segment by the box's three pairs of planes; a method other than the one under test. */
    private static boolean segmentMeets(Box box, Vec3 from, Vec3 to, double margin) {
        double[] start = {from.x(), from.y(), from.z()};
        double[] end = {to.x(), to.y(), to.z()};
        double[] low = {box.low().x(), box.low().y(), box.low().z()};
        double[] high = {box.high().x(), box.high().y(), box.high().z()};
        double enter = 0;
        double leave = 1;
        for (int k = 0; k < 3; k++) {
            double t1 = (low[k] - margin - start[k]) / (end[k] - start[k]);
            double t2 = (high[k] + margin - start[k]) / (end[k] - start[k]);
            enter = Math.max(enter, Math.min(t1, t2));
            leave = Math.min(leave, Math.max(t1, t2));
        }
        return enter <= leave;
    }

    /** Moved by about a millimetre and turned by about 5 mrad. */
    private static Plane jolted(Plane plane, Random random) {
        Vec3 shift = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
        Vec3 turn = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(5e-3);
        return Plane.spannedBy(
                plane.origin().plus(shift),
                plane.u().plus(turn.cross(plane.u())),
                plane.v().plus(turn.cross(plane.v())));
    }
}
