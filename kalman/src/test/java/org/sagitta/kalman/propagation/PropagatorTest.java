package org.sagitta.kalman.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.Param;
import org.sagitta.kalman.state.SymMatrix5;
import org.sagitta.kalman.state.TrackState;

class PropagatorTest {
    /** Demanded of the landing [mm]. */
    private static final double LANDING = 1e-6;

    /** Demanded of the curvature, relative. */
    private static final double CURVATURE = 1e-6;

    /** Steps of finite differences: 10 um, 10 um, 10 urad, 10 urad, 1e-5 /GeV. */
    private static final double STEP = 1e-2;

    private static final double ANGLE_STEP = 1e-5;

    /**
     * Jacobians against central differences, each entry divided by the scale (1 mm, 1 mm, 1 mrad, 1 mrad, 1e-2 /GeV) of
     * its row and multiplied by that of its column. In a uniform field only the differences are inexact: 6e-9.
     */
    private static final double UNIFORM_JACOBIAN = 1e-7;

    /**
     * In the TOSCA field the gradients of the field, which the Jacobian leaves out, show up: kappa dB/dx L / p is at most
     * about 3e-4 GeV/(T mm) 1e-4 T/mm 400 mm / 1 GeV = 1e-5 per mm of path, some 1e-3 of the 1 mrad per mm that counts as
     * one here; found are 2e-4.
     */
    private static final double TOSCA_JACOBIAN = 1e-3;

    /** Spread of the tilt of the random planes [rad]; a track that meets a plane at a grazing angle is no test of it. */
    private static final double TILT = 0.2;

    private static final double[] SCALE = {1, 1, 1e-3, 1e-3, 1e-2};

    private static final MagneticField UNIFORM = FieldModels.byName("uniform_3.8");
    private static final MagneticField TOSCA = FieldModels.byName(FieldModels.TOSCA);

    /** A plane across a flight, tilted by a random angle. */
    private static Plane planeAcross(Vec3 place, Vec3 direction, Random random) {
        Vec3 normal = direction
                .plus(TILT, new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
                .unit();
        Vec3 u = normal.cross(new Vec3(0.3, -0.2, 0.9)).unit();
        return Plane.spannedBy(place, u, normal.cross(u));
    }

    private static LocalVector randomParameters(Random random, double pt) {
        double eta = 4.8 * (random.nextDouble() - 0.5);
        double theta = 2 * Math.atan(Math.exp(-eta));
        double charge = random.nextBoolean() ? 1 : -1;
        return new LocalVector(
                3 * random.nextGaussian(),
                3 * random.nextGaussian(),
                2 * Math.PI * random.nextDouble() - Math.PI,
                theta,
                charge * Math.sin(theta) / pt);
    }

    /** A start plane in the inner tracker and a target some 250 mm on. */
    private record Case(Plane start, LocalVector parameters, Plane target) {
        static Case random(Random random, double pt) {
            LocalVector p = randomParameters(random, pt);
            Vec3 direction = Vec3.direction(p.phi(), p.theta());
            Plane start = planeAcross(direction.times(60), direction, random);
            return new Case(start, p, planeAcross(direction.times(200 + 200 * random.nextDouble()), direction, random));
        }

        LocalVector fly(Propagator propagator, LocalVector from) {
            return ((Transported) propagator.toPlane(from.on(start), start, target)).parameters();
        }

        Transported fly(Propagator propagator) {
            return assertInstanceOf(Transported.class, propagator.toPlane(parameters.on(start), start, target));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 2, 20, 1000})
    void landsOnThePlane(double pt) {
        Random random = new Random(1);
        Propagator propagator = new Propagator(TOSCA);
        for (int i = 0; i < 300; i++) {
            Case c = Case.random(random, pt);
            assertEquals(0, c.target().distance(c.fly(propagator).state().position()), LANDING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform_3.8", "oae_3_8T", "polyfit3d_3.81143026675623"})
    void curvatureAgreesWithAFineIntegration(String model) {
        MagneticField field = FieldModels.byName(model);
        Propagator coarse = new Propagator(field);
        Propagator fine = new Propagator(field, new RungeKuttaNystromStepper(), new StepRule(2, 0.002, 10_000));
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            double pt = 2 * Math.pow(100, random.nextDouble());
            LocalVector p = randomParameters(random, pt);
            Vec3 direction = Vec3.direction(p.phi(), p.theta());
            double length = Math.min(1050 / direction.perp(), 2600 / Math.abs(direction.z()));
            Vec3 left = new Vec3(-Math.sin(p.phi()), Math.cos(p.phi()), 0);
            Plane start = Plane.spannedBy(Vec3.ZERO, left, left.cross(direction));
            Plane end = Plane.spannedBy(direction.times(length), left, left.cross(direction));
            Case c = new Case(start, p, end);
            Transported there = c.fly(fine);
            double deviation = c.fly(coarse, p).minus(there.parameters()).u();
            double curvature = deviation / there.jacobian().at(Param.LOC_U, Param.Q_OVER_P) / p.qOverP();
            assertEquals(0, curvature, CURVATURE, "pt = " + pt + " GeV");
        }
    }

    @Test
    void thereAndBackIsTheIdentity() {
        Random random = new Random(3);
        Propagator propagator = new Propagator(TOSCA);
        for (int i = 0; i < 200; i++) {
            Case c = Case.random(random, 3);
            Transported there = c.fly(propagator);
            Transported back = (Transported) propagator.toPlane(there.state(), there.surface(), c.start());
            LocalVector difference = back.parameters().minus(c.parameters());
            // Position error of a step: h angle^4 / 120 = 200 mm 0.076^4 / 120 = 6e-5 mm; two steps there, two back.
            assertEquals(0, difference.u(), 2e-4);
            assertEquals(0, difference.v(), 2e-4);
            assertEquals(0, Math.IEEEremainder(difference.phi(), 2 * Math.PI), 1e-7);
            assertEquals(0, difference.theta(), 1e-7);
            assertEquals(0, there.pathLength() + back.pathLength(), 2e-4);
            Matrix5 product = back.jacobian().times(there.jacobian());
            assertScaled(Matrix5.identity(), product, TOSCA_JACOBIAN, "there and back");
        }
    }

    @Test
    void jacobianInAUniformFieldIsTheDerivative() {
        assertDerivative(UNIFORM, UNIFORM_JACOBIAN);
    }

    @Test
    void jacobianInTheRealFieldLeavesOutGradients() {
        assertDerivative(TOSCA, TOSCA_JACOBIAN);
    }

    private static void assertDerivative(MagneticField field, double tolerance) {
        Random random = new Random(4);
        Propagator propagator = new Propagator(field, new RungeKuttaNystromStepper(), new StepRule(100, 0.02, 10_000));
        for (int i = 0; i < 100; i++) {
            Case c = Case.random(random, 1 + 10 * random.nextDouble());
            Matrix5 differences = Matrix5.ofColumns(
                    difference(c, propagator, new LocalVector(STEP, 0, 0, 0, 0), STEP),
                    difference(c, propagator, new LocalVector(0, STEP, 0, 0, 0), STEP),
                    difference(c, propagator, new LocalVector(0, 0, ANGLE_STEP, 0, 0), ANGLE_STEP),
                    difference(c, propagator, new LocalVector(0, 0, 0, ANGLE_STEP, 0), ANGLE_STEP),
                    difference(c, propagator, new LocalVector(0, 0, 0, 0, ANGLE_STEP), ANGLE_STEP));
            assertScaled(differences, c.fly(propagator).jacobian(), tolerance, c.toString());
        }
    }

    private static LocalVector difference(Case c, Propagator propagator, LocalVector step, double h) {
        LocalVector up = c.fly(propagator, c.parameters().plus(step));
        LocalVector down = c.fly(propagator, c.parameters().minus(step));
        LocalVector d = up.minus(down);
        double phi = Math.IEEEremainder(d.phi(), 2 * Math.PI);
        return LocalVector.ZERO.plus(0.5 / h, new LocalVector(d.u(), d.v(), phi, d.theta(), d.qOverP()));
    }

    private static void assertScaled(Matrix5 expected, Matrix5 actual, double tolerance, String message) {
        for (Param i : Param.values()) {
            for (Param j : Param.values()) {
                double scale = SCALE[j.index()] / SCALE[i.index()];
                assertEquals(
                        expected.at(i, j) * scale,
                        actual.at(i, j) * scale,
                        tolerance * Math.max(1, Math.abs(expected.at(i, j) * scale)),
                        i + " by " + j + ", " + message);
            }
        }
    }

    @Test
    void covarianceGoesWithTheJacobian() {
        Case c = Case.random(new Random(5), 4);
        SymMatrix5 covariance = SymMatrix5.diagonal(1e-2, 1e-2, 1e-6, 1e-6, 1e-4);
        Propagator propagator = new Propagator(UNIFORM);
        TrackState from = new TrackState(c.start(), c.parameters(), covariance);
        Transported there = (Transported) propagator.toPlane(from, c.target());
        TrackState to = there.withCovariance(covariance);
        assertEquals(there.parameters(), to.parameters());
        assertEquals(
                covariance.transformedBy(there.jacobian()).at(Param.PHI, Param.LOC_U),
                to.covariance().at(Param.PHI, Param.LOC_U));
    }

    @Test
    void closestApproachInAUniformFieldIsThatOfTheCircle() {
        double pt = 2.5;
        double theta = 1.1;
        double phi = 0.4;
        Vec3 place = new Vec3(50, 20, 70);
        FreeState from = new FreeState(place, Vec3.direction(phi, theta), Math.sin(theta) / pt);
        Plane start = planeAcross(place, from.direction(), new Random(6));
        Transported perigee = (Transported) new Propagator(UNIFORM).toBeamLine(from, start);

        // Centre of the circle: a positive charge turns clockwise, so the centre is to the right of the flight.
        double radius = pt / (Units.KAPPA * 3.8);
        double cx = place.x() + radius * Math.sin(phi);
        double cy = place.y() - radius * Math.cos(phi);
        double d0 = radius - Math.hypot(cx, cy);
        LocalVector p = perigee.parameters();
        assertEquals(d0, p.u(), 1e-6);
        double turned = phi - p.phi();
        assertEquals(place.z() + turned * radius / Math.tan(theta), p.v(), 1e-6);
        assertEquals(0, Math.sin(p.phi() - Math.atan2(cx, -cy)), 1e-9);
        assertTrue(perigee.pathLength() < 0);
    }

    @Test
    void jacobianOfTheClosestApproach() {
        Random random = new Random(7);
        Propagator propagator = new Propagator(UNIFORM);
        for (int i = 0; i < 50; i++) {
            LocalVector p = randomParameters(random, 2);
            Vec3 direction = Vec3.direction(p.phi(), p.theta());
            Plane start = planeAcross(direction.times(60), direction, random);
            Matrix5 actual = ((Transported) propagator.toBeamLine(p.on(start), start)).jacobian();
            for (Param column : new Param[] {Param.LOC_U, Param.LOC_V}) {
                LocalVector step =
                        column == Param.LOC_U ? new LocalVector(STEP, 0, 0, 0, 0) : new LocalVector(0, STEP, 0, 0, 0);
                LocalVector up =
                        ((Transported) propagator.toBeamLine(p.plus(step).on(start), start)).parameters();
                LocalVector down =
                        ((Transported) propagator.toBeamLine(p.minus(step).on(start), start)).parameters();
                assertEquals((up.u() - down.u()) / (2 * STEP), actual.at(Param.LOC_U, column), 1e-5);
                assertEquals((up.v() - down.v()) / (2 * STEP), actual.at(Param.LOC_V, column), 1e-5);
                assertEquals(
                        Math.IEEEremainder(up.phi() - down.phi(), 2 * Math.PI) / (2 * STEP),
                        actual.at(Param.PHI, column),
                        1e-8);
            }
        }
    }

    @Test
    void aTrackAlongThePlaneIsLost() {
        FreeState from = new FreeState(Vec3.ZERO, new Vec3(1, 0, 0), 1e-9);
        Plane start = Plane.spannedBy(Vec3.ZERO, new Vec3(0, 1, 0), new Vec3(0, 0, 1));
        Plane beside = Plane.spannedBy(new Vec3(0, 0, 100), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        Lost lost = assertInstanceOf(Lost.class, new Propagator(UNIFORM).toPlane(from, start, beside));
        assertEquals(Lost.Reason.NO_CROSSING, lost.reason());
    }

    @Test
    void aLoopingTrackIsLost() {
        // 0.3 GeV in 3.8 T turns with a radius of 263 mm and never reaches x = 1000 mm.
        FreeState from = new FreeState(Vec3.ZERO, new Vec3(1, 0, 0), 1 / 0.3);
        Plane start = Plane.spannedBy(Vec3.ZERO, new Vec3(0, 1, 0), new Vec3(0, 0, 1));
        Plane far = Plane.spannedBy(new Vec3(1000, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1));
        Lost lost = assertInstanceOf(Lost.class, new Propagator(UNIFORM).toPlane(from, start, far));
        assertEquals(Lost.Reason.NO_CROSSING, lost.reason());
        assertTrue(lost.place().norm() < 600);
    }

    @Test
    void aTrackThatLeavesTheFieldIsLost() {
        FreeState from = new FreeState(Vec3.ZERO, new Vec3(0, 0.6, 0.8), 0.01);
        Plane start = Plane.spannedBy(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        Plane outside = Plane.spannedBy(new Vec3(0, 0, 5000), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        Lost lost = assertInstanceOf(Lost.class, new Propagator(TOSCA).toPlane(from, start, outside));
        assertEquals(Lost.Reason.OUTSIDE_FIELD, lost.reason());
    }

    @Test
    void aTargetTooFarAwayIsGivenUp() {
        FreeState from = new FreeState(Vec3.ZERO, new Vec3(0, 0, 1), 0.01);
        Plane start = Plane.spannedBy(Vec3.ZERO, new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        Plane far = Plane.spannedBy(new Vec3(0, 0, 50_000), new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        Lost lost = assertInstanceOf(Lost.class, new Propagator(UNIFORM).toPlane(from, start, far));
        assertEquals(Lost.Reason.TOO_LONG, lost.reason());
    }

    @Test
    void aRuleWithoutStepsIsRefused() {
        org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> new StepRule(0, 0.1, 1000));
    }
}
