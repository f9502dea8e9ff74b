package org.sagitta.geometry.surface;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

class HelixTest {
    /** Rounding of coordinates of a few metres [mm]. */
    private static final double ROUNDING = 1e-9;

    private static final Vec3 X = new Vec3(1, 0, 0);
    private static final Vec3 Y = new Vec3(0, 1, 0);
    private static final Vec3 Z = new Vec3(0, 0, 1);

    @Test
    void aPositiveChargeTurnsClockwiseInAFieldAlongZ() {
        Helix helix = Helix.inField(Vec3.ZERO, X, 1.0, 3.8);
        // r = pT / (kappa B): 1 GeV in 3.8 T gives 877.8 mm.
        assertEquals(Units.KAPPA * 3.8, helix.curvature(), 1e-18);
        assertTrue(helix.pointAt(100).y() < 0);
        assertEquals(-100 * helix.curvature(), helix.directionAt(100).phi(), 1e-14);
    }

    @Test
    void obeysTheLorentzForce() {
        double qOverP = -0.4;
        double bz = 3.8;
        Helix helix = Helix.inField(new Vec3(3, -5, 40), Vec3.direction(0.7, 1.1), qOverP, bz);
        double h = 1e-2;
        for (double s : new double[] {0, 17, 1234, -400}) {
            Vec3 t = helix.directionAt(s);
            Vec3 fromPoints = helix.pointAt(s + h).minus(helix.pointAt(s - h)).times(0.5 / h);
            assertEquals(0, fromPoints.minus(t).norm(), 1e-9, "dx/ds = T, to h^2 and rounding / h");
            Vec3 slope =
                    helix.directionAt(s + h).minus(helix.directionAt(s - h)).times(0.5 / h);
            Vec3 force = t.cross(new Vec3(0, 0, bz)).times(Units.KAPPA * qOverP);
            assertEquals(0, slope.minus(force).norm(), 1e-12, "dT/ds = (q/p) kappa T x B");
        }
    }

    @Test
    void staysOnItsCylinder() {
        Helix helix = new Helix(Vec3.ZERO, Vec3.direction(0, 1.0), 1e-3);
        Vec3 axis = new Vec3(0, -1000, 0);
        for (double s = 0; s < 20_000; s += 333) {
            assertEquals(1000, helix.pointAt(s).minus(axis).perp(), ROUNDING);
            assertEquals(s * Math.cos(1.0), helix.pointAt(s).z(), ROUNDING);
        }
    }

    @Test
    void aFaintCurvatureIsCloseToTheParabola() {
        Helix helix = new Helix(Vec3.ZERO, X, 1e-12);
        assertEquals(-0.5e-12 * 1e6, helix.pointAt(1000).y(), 1e-18);
        assertEquals(1000, helix.pointAt(1000).x(), ROUNDING);
    }

    @Test
    void aStraightLineMeetsAPlaneOnce() {
        Helix line = Helix.straight(new Vec3(1, 2, 3), Vec3.direction(0.3, 1.2));
        Plane plane = new Plane(new Vec3(500, 0, 0), Y, Z, X);
        double s = (500 - 1) / line.direction().x();
        assertArrayEquals(new double[] {s}, line.pathLengthsTo(plane, 1000), ROUNDING);
        assertEquals(0, line.pathLengthsTo(plane, s - 1).length);
        assertEquals(0, line.pathLengthsTo(new Plane(new Vec3(0, 0, -5), X, Y, Z), 1e5).length, "behind the start");
    }

    @Test
    void aLooperMeetsAPlaneAtEveryTurn() {
        Helix loop = new Helix(Vec3.ZERO, X, -1e-2);
        // Centre (0, 100), radius 100: x = 100 sin(s / 100) meets x = 50 at s / 100 = pi/6, 5 pi/6 and a turn later.
        Plane plane = new Plane(new Vec3(50, 0, 0), Y, Z, X);
        double[] expected = {
            100 * Math.PI / 6, 500 * Math.PI / 6, 1300 * Math.PI / 6, 1700 * Math.PI / 6, 2500 * Math.PI / 6
        };
        assertArrayEquals(expected, loop.pathLengthsTo(plane, 1400), ROUNDING);
        assertArrayEquals(
                new double[] {expected[1], expected[2]}, loop.pathLengthsTo(plane, expected[0], expected[2] + 1), 1e-6);
    }

    @Test
    void aPathInThePlaneDoesNotMeetIt() {
        Plane plane = new Plane(Vec3.ZERO, X, Y, Z);
        assertEquals(0, new Helix(Vec3.ZERO, X, 1e-2).pathLengthsTo(plane, 1000).length);
        assertEquals(0, Helix.straight(Vec3.ZERO, X).pathLengthsTo(plane, 1000).length);
    }

    @Test
    void alongTheFieldNothingTurns() {
        Helix helix = Helix.inField(Vec3.ZERO, Z, 0.1, 3.8);
        assertEquals(new Vec3(0, 0, 70), helix.pointAt(70));
        assertArrayEquals(
                new double[] {50}, helix.pathLengthsTo(new Plane(new Vec3(0, 0, 50), X, Y, Z), 100), ROUNDING);
    }

    @Test
    void findsEveryRootThatAFineScanFinds() {
        Random random = new Random(11);
        int most = 0;
        for (int i = 0; i < 300; i++) {
            Helix helix = new Helix(
                    randomPoint(random, 300),
                    Vec3.direction(6.28 * random.nextDouble(), Math.acos(2 * random.nextDouble() - 1)),
                    4e-3 * random.nextGaussian());
            Plane plane = Plane.spannedBy(randomPoint(random, 300), randomPoint(random, 1), randomPoint(random, 1));
            double[] found = helix.pathLengthsTo(plane, 8000);
            for (double s : found) {
                assertEquals(0, plane.distance(helix.pointAt(s)), 1e-8, "on the plane, to the path tolerance");
            }
            assertEquals(signChanges(helix, plane, 8000), found.length);
            most = Math.max(most, found.length);
        }
        assertTrue(most >= 10, "the sample must have loops; most roots: " + most);
    }

    @Test
    void refusesWhatIsNoHelix() {
        assertThrows(IllegalArgumentException.class, () -> new Helix(Vec3.ZERO, new Vec3(1, 1, 0), 0));
        assertThrows(IllegalArgumentException.class, () -> new Helix(Vec3.ZERO, X, Double.NaN));
        Plane plane = new Plane(Vec3.ZERO, X, Y, Z);
        Helix helix = Helix.straight(Vec3.ZERO, X);
        assertThrows(IllegalArgumentException.class, () -> helix.pathLengthsTo(plane, Double.POSITIVE_INFINITY));
    }

    private static int signChanges(Helix helix, Plane plane, double limit) {
        int changes = 0;
        double last = plane.distance(helix.start());
        for (double s = 0; s <= limit; s += 0.25) {
            double now = plane.distance(helix.pointAt(s));
            if (now * last < 0) {
                changes++;
            }
            last = now;
        }
        return changes;
    }

    private static Vec3 randomPoint(Random random, double size) {
        return new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(size);
    }
}
