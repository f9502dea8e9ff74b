package org.sagitta.kalman.propagation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.parametrised.FieldModels;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Helix;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.FreeState;

class RungeKuttaNystromStepperTest {
    /** Relative error of one rounding, times some ten operations. */
    private static final double ROUNDING = 1e-14;

    private static final MagneticField UNIFORM = FieldModels.byName("uniform_3.8");

    private final RungeKuttaNystromStepper stepper = new RungeKuttaNystromStepper();

    private static Flight start(FreeState state, FieldCursor field) {
        return Flight.from(state, field.at(state.position()).times(Units.KAPPA));
    }

    private Flight fly(FreeState state, double length, int steps, FieldCursor field) {
        Flight flight = start(state, field);
        for (int i = 0; i < steps; i++) {
            flight = stepper.step(flight, length / steps, field);
        }
        return flight;
    }

    private static FreeState muon(double pt, double eta, double charge) {
        double theta = 2 * Math.atan(Math.exp(-eta));
        return new FreeState(new Vec3(10, -5, 30), Vec3.direction(0.7, theta), charge * Math.sin(theta) / pt);
    }

    @ParameterizedTest
    @CsvSource({"2, 0.1, 1", "2, 2.3, -1", "20, -1.2, 1", "200, 1.7, -1"})
    void followsTheHelix(double pt, double eta, double charge) {
        FreeState from = muon(pt, eta, charge);
        double length = 1000;
        Helix helix = Helix.inField(from.position(), from.direction(), from.qOverP(), 3.8);
        FreeState end = fly(from, length, 10, UNIFORM.cursor()).state();
        // A step of 0.057 rad at most: 100 mm 0.057^4 / 120 = 9e-6 mm along and 0.057^5 / 120 = 5e-9 rad; ten of them.
        assertEquals(0, end.position().minus(helix.pointAt(length)).norm(), 1.2e-4);
        assertEquals(0, end.direction().minus(helix.directionAt(length)).norm(), 1e-7);
    }

    @Test
    void positiveChargeInAFieldAlongZTurnsClockwise() {
        FreeState end = fly(muon(3, 0, 1), 100, 1, UNIFORM.cursor()).state();
        assertTrue(end.direction().phi() < 0.7);
    }

    @Test
    void errorFallsWithTheFourthPowerOfTheStep() {
        FreeState from = muon(1, 0.5, 1);
        Helix helix = Helix.inField(from.position(), from.direction(), from.qOverP(), 3.8);
        Vec3 exact = helix.pointAt(800);
        double coarse = fly(from, 800, 8, UNIFORM.cursor())
                .state()
                .position()
                .minus(exact)
                .norm();
        double fine = fly(from, 800, 16, UNIFORM.cursor())
                .state()
                .position()
                .minus(exact)
                .norm();
        // 16 in the limit of small steps.
        assertEquals(16, coarse / fine, 2);
    }

    @Test
    void directionKeepsItsLength() {
        FieldCursor field = FieldModels.byName(FieldModels.TOSCA).cursor();
        FreeState end = fly(muon(0.7, 1.0, -1), 1200, 60, field).state();
        assertEquals(1, end.direction().norm(), ROUNDING);
        assertEquals(muon(0.7, 1.0, -1).qOverP(), end.qOverP());
    }

    @Test
    void aChargelessLimitGoesStraight() {
        FreeState from = new FreeState(Vec3.ZERO, Vec3.direction(1, 1), 0);
        FreeState end = fly(from, 500, 3, UNIFORM.cursor()).state();
        assertEquals(0, end.position().minus(from.direction().times(500)).norm(), 500 * ROUNDING);
    }

    @Test
    void tangentsAreTheDerivativesOfTheStep() {
        FreeState from = muon(2, 0.8, 1);
        double h = 90;
        Flight flight = fly(from, h, 1, UNIFORM.cursor());
        double dq = 1e-5;
        Vec3 up = fly(new FreeState(from.position(), from.direction(), from.qOverP() + dq), h, 1, UNIFORM.cursor())
                .state()
                .position();
        Vec3 down = fly(new FreeState(from.position(), from.direction(), from.qOverP() - dq), h, 1, UNIFORM.cursor())
                .state()
                .position();
        // mm GeV; central differences of a curve that is quadratic in q/p to 1e-4 of itself.
        assertEquals(
                0,
                up.minus(down)
                        .times(0.5 / dq)
                        .minus(flight.byQOverP().position())
                        .norm(),
                1e-5);
    }
}
