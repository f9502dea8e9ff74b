package org.sagitta.kalman.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sagitta.geometry.linear.Vec3;

class PerigeeStateTest {
    private static final double ROUNDING = 1e-12;
    /** Relative; central differences with steps of 1e-6. */
    private static final double NUMERICAL = 1e-8;

    /** d0 1.5 mm, z0 -20 mm, flying towards +y mostly, theta 0.8, negative charge, p = 5 GeV. */
    private static PerigeeState state(double theta, double qOverP) {
        return new PerigeeState(
                new LocalVector(1.5, -20, 1.4, theta, qOverP),
                SymMatrix5.ofLowerTriangle(1e-4, 0, 1e-4, 0, 0, 1e-6, 0, 0, 0, 4e-6, 0, 0, 0, 3e-7, 1e-6));
    }

    @Test
    void momentum() {
        PerigeeState s = state(0.8, -0.2);
        assertEquals(-1, s.charge());
        assertEquals(5, s.p(), ROUNDING);
        assertEquals(5 * Math.sin(0.8), s.pt(), ROUNDING);
        assertEquals(1 / s.pt(), s.k(), ROUNDING);
        assertEquals(s.direction().eta(), s.eta(), ROUNDING);
        assertEquals(5, s.momentum().norm(), ROUNDING);
        assertEquals(1, state(0.8, 0.2).charge());
    }

    @Test
    void positionIsPerpendicularToTheFlightAndOnTheSideOfD0() {
        PerigeeState s = state(0.8, -0.2);
        Vec3 x = s.position();
        assertEquals(0, x.x() * s.direction().x() + x.y() * s.direction().y(), ROUNDING);
        assertEquals(1.5, -x.x() * Math.sin(s.phi()) + x.y() * Math.cos(s.phi()), ROUNDING);
        assertEquals(-20, x.z());
        assertEquals(-20, s.z0());
        assertEquals(1.5, s.d0());
    }

    @Test
    void errorOfTheCurvatureIsPropagated() {
        PerigeeState s = state(0.8, -0.2);
        double h = 1e-6;
        double byTheta = (state(0.8 + h, -0.2).k() - state(0.8 - h, -0.2).k()) / (2 * h);
        double byQOverP = (state(0.8, -0.2 + h).k() - state(0.8, -0.2 - h).k()) / (2 * h);
        double variance = byTheta * byTheta * 4e-6 + 2 * byTheta * byQOverP * 3e-7 + byQOverP * byQOverP * 1e-6;
        assertEquals(Math.sqrt(variance), s.sigmaK(), NUMERICAL * s.sigmaK());
    }
}
