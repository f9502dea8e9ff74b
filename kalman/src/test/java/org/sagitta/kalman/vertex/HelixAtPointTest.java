package org.sagitta.kalman.vertex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.TestConditions;
import org.sagitta.kalman.propagation.Propagator;
import org.sagitta.kalman.propagation.RungeKuttaNystromStepper;
import org.sagitta.kalman.propagation.StepRule;
import org.sagitta.kalman.propagation.Transported;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Param;

class HelixAtPointTest {
    private static final double BZ = 3.8;
    /** mm and rad. */
    private static final double PROPAGATION = 1e-6;
    /** Relative to the largest entry of a column, or absolute: central differences with steps of 1e-6 to 1e-4. */
    private static final double NUMERICAL = 1e-6;

    private static final Propagator FINE = new Propagator(
            TestConditions.UNIFORM.field(), new RungeKuttaNystromStepper(), new StepRule(10, 0.005, 10_000));

    @ParameterizedTest
    @CsvSource({
        "0.01, -0.02, 30, 0.4, 1.2, 0.3",
        "1.5, 2.5, -80, -2.5, 0.3, -0.8",
        "60, -70, 10, -0.7, 2.2, 1.4",
        "-90, 10, 10, 3.0, 1.5, -1.9",
        "20, 30, 0, 1.0, 1.0, 1e-4"
    })
    void perigeeIsThatOfThePropagation(double x, double y, double z, double phi, double theta, double qOverP) {
        Vec3 point = new Vec3(x, y, z);
        Plane plane = Plane.spannedBy(point, new Vec3(1, 0, 0), new Vec3(0, 1, 0));
        FreeState state = new FreeState(point, Vec3.direction(phi, theta), qOverP);
        Transported expected = assertInstanceOf(Transported.class, FINE.toBeamLine(state, plane));
        LocalVector actual = new HelixAtPoint(BZ, point, phi, theta, qOverP).perigee();
        for (Param p : Param.values()) {
            double difference = actual.get(p) - expected.parameters().get(p);
            assertEquals(0, p == Param.PHI ? Math.IEEEremainder(difference, 2 * Math.PI) : difference, PROPAGATION);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, -0.02, 30, 0.4, 1.2, 0.3",
        "1.5, 2.5, -80, -2.5, 0.3, -0.8",
        "60, -70, 10, -0.7, 2.2, 1.4",
        "20, 30, 0, 1.0, 1.0, 1e-4",
        "20, -30, 0, 1.0, 1.0, 1e-9"
    })
    void derivativesAreThoseOfTheFormulas(double x, double y, double z, double phi, double theta, double qOverP) {
        double[] b = {x, y, z, phi, theta, qOverP};
        double[] steps = {1e-4, 1e-4, 1e-4, 1e-6, 1e-6, 1e-5};
        HelixAtPoint helix = at(b);
        for (int i = 0; i < b.length; i++) {
            double[] up = b.clone();
            double[] down = b.clone();
            up[i] += steps[i];
            down[i] -= steps[i];
            LocalVector expected =
                    LocalVector.ZERO.plus(0.5 / steps[i], at(up).perigee().minus(at(down).perigee()));
            LocalVector actual = i < 3 ? helix.byPoint()[i] : helix.byMomentum()[i - 3];
            double scale = 1 + Math.sqrt(expected.dot(expected));
            for (Param p : Param.values()) {
                assertEquals(0, (actual.get(p) - expected.get(p)) / scale, NUMERICAL, p + " by " + i);
            }
        }
    }

    private static HelixAtPoint at(double[] b) {
        return new HelixAtPoint(BZ, new Vec3(b[0], b[1], b[2]), b[3], b[4], b[5]);
    }

    @Test
    void aStraightTrackIsALine() {
        LocalVector p = new HelixAtPoint(BZ, new Vec3(3, 4, 5), 0, Math.PI / 4, 0).perigee();
        assertEquals(4, p.u(), 1e-12);
        assertEquals(2, p.v(), 1e-12);
        assertEquals(0, p.phi(), 1e-12);
    }
}
