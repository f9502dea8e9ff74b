package org.sagitta.kalman.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

class TrackStateTest {
    private static final double ROUNDING = 1e-12;

    private static final Plane PLANE =
            Plane.spannedBy(new Vec3(400, -300, 200), new Vec3(0.6, 0.8, 0.1), new Vec3(0, 0.2, 1));

    @Test
    void parametersAndSpaceAreTwoViewsOfTheSameTrack() {
        LocalVector parameters = new LocalVector(12, -34, -2.5, 0.7, -0.25);
        TrackState state = new TrackState(PLANE, parameters, SymMatrix5.diagonal(1, 1, 1, 1, 1));
        FreeState free = state.free();
        assertEquals(4, free.p(), ROUNDING);
        assertEquals(1, free.direction().norm(), ROUNDING);
        LocalVector back = LocalVector.of(free, PLANE);
        for (Param p : Param.values()) {
            assertEquals(parameters.get(p), back.get(p), 100 * ROUNDING, p.name());
        }
    }

    @Test
    void orderOfParametersIsOneForAll() {
        LocalVector x = new LocalVector(0, 1, 2, 3, 4);
        for (Param p : Param.values()) {
            assertEquals(p.index(), x.get(p));
        }
        assertEquals(Param.SIZE, Param.values().length);
        assertEquals(new LocalVector(0, 0, 0, 0, 0), x.minus(x));
        assertEquals(30, x.dot(x));
    }
}
