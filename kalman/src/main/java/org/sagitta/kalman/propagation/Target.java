package org.sagitta.kalman.propagation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.kalman.state.FreeState;

/** Where a propagation shall end. In all formulas k = dT/ds [1/mm]. */
sealed interface Target {

    /** Signed path length [mm] to the target along the parabola x + s T + s^2/2 k; not finite if there is none. */
    double pathFrom(FreeState state, Vec3 k);

    /** Change of the path length to the target [mm] when the track at the target is changed by (dx, dT). */
    double pathChange(FreeState state, Vec3 k, Vec3 dx, Vec3 dt);

    /** The plane in which the parameters of a track at the target are given. */
    Plane frame(FreeState state);

    /** A plane. */
    record ToPlane(Plane plane) implements Target {
        @Override
        public double pathFrom(FreeState state, Vec3 k) {
            double distance = plane.distance(state.position());
            double slope = plane.w().dot(state.direction());
            double half = 0.5 * plane.w().dot(k);
            double discriminant = slope * slope - 4 * half * distance;
            if (discriminant < 0) {
                // The parabola turns before the plane: go where it is nearest, the true track may still reach it.
                double nearest = -0.5 * slope / half;
                return Math.abs(nearest) > Propagator.SHIFT_LIMIT ? nearest : Double.NaN;
            }
            // The root of smaller magnitude, in the form that does not cancel.
            return -2 * distance / (slope + Math.copySign(Math.sqrt(discriminant), slope));
        }

        @Override
        public double pathChange(FreeState state, Vec3 k, Vec3 dx, Vec3 dt) {
            return -plane.w().dot(dx) / plane.w().dot(state.direction());
        }

        @Override
        public Plane frame(FreeState state) {
            return plane;
        }
    }

    /** The point where the distance from the z axis is smallest: x Tx + y Ty = 0. */
    record ToBeamLine() implements Target {
        @Override
        public double pathFrom(FreeState state, Vec3 k) {
            return -transverseDot(state.position(), state.direction()) / rate(state, k);
        }

        @Override
        public double pathChange(FreeState state, Vec3 k, Vec3 dx, Vec3 dt) {
            return -(transverseDot(state.direction(), dx) + transverseDot(state.position(), dt)) / rate(state, k);
        }

        @Override
        public Plane frame(FreeState state) {
            Vec3 t = state.direction();
            double perp = t.perp();
            Vec3 left = new Vec3(-t.y() / perp, t.x() / perp, 0);
            return Plane.spannedBy(Vec3.ZERO, left, new Vec3(0, 0, 1));
        }

        /** Derivative of x Tx + y Ty with respect to the path length. */
        private static double rate(FreeState state, Vec3 k) {
            return transverseDot(state.direction(), state.direction()) + transverseDot(state.position(), k);
        }

        private static double transverseDot(Vec3 a, Vec3 b) {
            return a.x() * b.x() + a.y() * b.y();
        }
    }
}
