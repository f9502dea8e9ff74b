package org.sagitta.kalman.propagation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.Matrix5;
import org.sagitta.kalman.state.Param;

/**
 * Turns changes (dx, dT) of a track at fixed path length into changes of its parameters at the target. The path to the
 * target changes too, by ds, so that the changes at the target are dx + T ds and dT + k ds with k = dT/ds; then d(phi) =
 * (Tx dTy - Ty dTx) / perp(T)^2 and d(theta) = -dTz / perp(T).
 */
final class Landing {
    private final FreeState state;
    private final Vec3 k;
    private final Target target;
    private final Plane frame;
    private final double perp2;
    private final double[] rows = new double[Param.SIZE * Param.SIZE];

    Landing(FreeState state, Vec3 k, Target target, Plane frame) {
        this.state = state;
        this.k = k;
        this.target = target;
        this.frame = frame;
        Vec3 t = state.direction();
        this.perp2 = t.x() * t.x() + t.y() * t.y();
    }

    /** Derivatives at the target with respect to the parameters at the start. */
    Matrix5 jacobian(Plane start, Flight flight) {
        column(Param.LOC_U, start.u(), Vec3.ZERO);
        column(Param.LOC_V, start.v(), Vec3.ZERO);
        column(Param.PHI, flight.byPhi().position(), flight.byPhi().direction());
        column(Param.THETA, flight.byTheta().position(), flight.byTheta().direction());
        column(Param.Q_OVER_P, flight.byQOverP().position(), flight.byQOverP().direction());
        put(Param.Q_OVER_P, Param.Q_OVER_P, 1);
        return Matrix5.ofRows(rows);
    }

    private void column(Param start, Vec3 dx, Vec3 dt) {
        double ds = target.pathChange(state, k, dx, dt);
        Vec3 t = state.direction();
        Vec3 position = dx.plus(ds, t);
        Vec3 direction = dt.plus(ds, k);
        put(Param.LOC_U, start, frame.u().dot(position));
        put(Param.LOC_V, start, frame.v().dot(position));
        put(Param.PHI, start, (t.x() * direction.y() - t.y() * direction.x()) / perp2);
        put(Param.THETA, start, -direction.z() / Math.sqrt(perp2));
    }

    private void put(Param end, Param start, double value) {
        rows[end.index() * Param.SIZE + start.index()] = value;
    }
}
