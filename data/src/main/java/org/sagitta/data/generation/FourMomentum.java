package org.sagitta.data.generation;

import java.util.List;
import org.sagitta.geometry.linear.Vec3;

/** Momentum and energy [GeV]. */
public record FourMomentum(double px, double py, double pz, double e) {
    /** The four-momentum of a particle of given mass [GeV]. */
    public static FourMomentum of(Vec3 momentum, double mass) {
        return new FourMomentum(
                momentum.x(), momentum.y(), momentum.z(), Math.sqrt(momentum.dot(momentum) + mass * mass));
    }

    /** The sum of any number, also of none. */
    public static FourMomentum sum(List<FourMomentum> momenta) {
        FourMomentum sum = new FourMomentum(0, 0, 0, 0);
        for (FourMomentum momentum : momenta) {
            sum = sum.plus(momentum);
        }
        return sum;
    }

    public Vec3 momentum() {
        return new Vec3(px, py, pz);
    }

    public FourMomentum plus(FourMomentum o) {
        return new FourMomentum(px + o.px, py + o.py, pz + o.pz, e + o.e);
    }

    public FourMomentum minus(FourMomentum o) {
        return new FourMomentum(px - o.px, py - o.py, pz - o.pz, e - o.e);
    }

    /** Minkowski product E1 E2 - p1.p2 [GeV^2]. */
    public double dot(FourMomentum o) {
        return e * o.e - px * o.px - py * o.py - pz * o.pz;
    }

    /** Invariant mass [GeV]; zero if rounding makes the square negative. */
    public double mass() {
        return Math.sqrt(Math.max(0, dot(this)));
    }

    /**
     * A vector given in the rest frame of {@code frame}, seen from the frame in which {@code frame} is given:
     * p' = p + P [ (P.p) / (M (E + M)) + e / M ], e' = (E e + P.p) / M for frame (P, E) of mass M.
     */
    public FourMomentum boostedFromRestFrameOf(FourMomentum frame) {
        double m = frame.mass();
        double product = frame.px * px + frame.py * py + frame.pz * pz;
        double factor = product / (m * (frame.e + m)) + e / m;
        return new FourMomentum(
                px + factor * frame.px, py + factor * frame.py, pz + factor * frame.pz, (frame.e * e + product) / m);
    }

    /** The inverse of {@link #boostedFromRestFrameOf}: this vector, seen from the rest frame of {@code frame}. */
    public FourMomentum boostedIntoRestFrameOf(FourMomentum frame) {
        return boostedFromRestFrameOf(new FourMomentum(-frame.px, -frame.py, -frame.pz, frame.e));
    }
}
