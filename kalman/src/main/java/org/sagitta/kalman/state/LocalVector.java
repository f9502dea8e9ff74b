package org.sagitta.kalman.state;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;

/**
 * The five parameters of a track on a plane, or a small deviation of them, in the order of {@link Param}.
 *
 * @param u local u [mm]
 * @param v local v [mm]
 * @param phi azimuth of the direction of flight [rad]
 * @param theta polar angle of the direction of flight [rad]
 * @param qOverP charge over momentum [1/GeV]
 */
public record LocalVector(double u, double v, double phi, double theta, double qOverP) {
    public static final LocalVector ZERO = new LocalVector(0, 0, 0, 0, 0);

    /** The parameters of a track that is at a point of the plane. */
    public static LocalVector of(FreeState state, Plane plane) {
        Vec3 local = plane.toLocal(state.position());
        Vec3 t = state.direction();
        return new LocalVector(local.x(), local.y(), t.phi(), t.theta(), state.qOverP());
    }

    public double get(Param param) {
        return switch (param) {
            case LOC_U -> u;
            case LOC_V -> v;
            case PHI -> phi;
            case THETA -> theta;
            case Q_OVER_P -> qOverP;
        };
    }

    /** Component-wise sum; the azimuth is not folded back into (-pi, pi]. */
    public LocalVector plus(LocalVector o) {
        return new LocalVector(u + o.u, v + o.v, phi + o.phi, theta + o.theta, qOverP + o.qOverP);
    }

    /** This plus {@code scale} times another vector. */
    public LocalVector plus(double scale, LocalVector o) {
        return new LocalVector(
                u + scale * o.u,
                v + scale * o.v,
                phi + scale * o.phi,
                theta + scale * o.theta,
                qOverP + scale * o.qOverP);
    }

    public LocalVector minus(LocalVector o) {
        return plus(-1, o);
    }

    /** Sum of the products of the components. */
    public double dot(LocalVector o) {
        return u * o.u + v * o.v + phi * o.phi + theta * o.theta + qOverP * o.qOverP;
    }

    /** The same track in space: position, direction of flight, q/p. */
    public FreeState on(Plane plane) {
        return new FreeState(plane.toGlobal(u, v), Vec3.direction(phi, theta), qOverP);
    }
}
