package org.sagitta.kalman.propagation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.LocalVector;
import org.sagitta.kalman.state.Matrix5;

/**
 * Turns changes (dx, dT) of a track at fixed path length into changes of its parameters at the target. The last
 * micrometres s to the target add s dT to dx and s dk to dT; the path to the target changes too, by ds, so that the
 * changes at the target are dx + T ds and dT + k ds with k = dT/ds. Then d(phi) = (Tx dTy - Ty dTx) / perp(T)^2 and
 * d(theta) = -dTz / perp(T).
 */
final class Landing {
    private final Flight flight;
    private final double rest;
    private final FreeState end;
    private final Vec3 k;
    private final Target target;
    private final Plane frame;
    private final double perp;

    /**
     * @param flight up to its last step
     * @param rest path that is left to the target [mm]
     * @param end the track at the target
     */
    Landing(Flight flight, double rest, FreeState end, Target target) {
        this.flight = flight;
        this.rest = rest;
        this.end = end;
        this.k = end.direction().cross(flight.bend()).times(end.qOverP());
        this.target = target;
        this.frame = target.frame(end);
        this.perp = end.direction().perp();
    }

    Plane frame() {
        return frame;
    }

    /** Derivatives at the target with respect to the parameters at the start. */
    Matrix5 jacobian(Plane start) {
        return Matrix5.ofColumns(
                column(start.u(), Vec3.ZERO, 0),
                column(start.v(), Vec3.ZERO, 0),
                column(flight.byPhi()),
                column(flight.byTheta()),
                column(flight.byQOverP()));
    }

    private LocalVector column(Tangent d) {
        Vec3 dt = d.direction();
        Vec3 dk = dt.times(end.qOverP()).plus(d.qOverP(), end.direction()).cross(flight.bend());
        return column(d.position().plus(rest, dt), dt.plus(rest, dk), d.qOverP());
    }

    private LocalVector column(Vec3 dx, Vec3 dt, double dq) {
        double ds = target.pathChange(end, k, dx, dt);
        Vec3 t = end.direction();
        Vec3 position = dx.plus(ds, t);
        Vec3 direction = dt.plus(ds, k);
        return new LocalVector(
                frame.u().dot(position),
                frame.v().dot(position),
                (t.x() * direction.y() - t.y() * direction.x()) / (perp * perp),
                -direction.z() / perp,
                dq);
    }
}
