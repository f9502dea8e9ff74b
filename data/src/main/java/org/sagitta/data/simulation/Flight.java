package org.sagitta.data.simulation;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/** One muon on its way. Mutable; owned by one thread and started anew for each muon. */
final class Flight {
    /** Position [mm]. */
    double x;

    double y;
    double z;
    /** Direction, a unit vector. */
    double tx;

    double ty;
    double tz;
    /** [GeV]. */
    double momentum;
    /** Way from the vertex [mm]. */
    double path;

    private int charge;

    /** Transverse direction at the vertex, and how far to its left the present one points. */
    private double startX;

    private double startY;
    private double left;
    private boolean turnedBack;
    private final PathPoint end = new PathPoint();

    void start(int ofCharge, Vec3 vertex, Vec3 withMomentum) {
        if (ofCharge != 1 && ofCharge != -1) {
            throw new IllegalArgumentException("muon charge = " + ofCharge + "; allowed is +1 or -1");
        }
        momentum = withMomentum.norm();
        if (!(momentum > 0) || Double.isInfinite(momentum)) {
            throw new IllegalArgumentException("muon momentum = " + momentum + " GeV; must be positive");
        }
        charge = ofCharge;
        x = vertex.x();
        y = vertex.y();
        z = vertex.z();
        tx = withMomentum.x() / momentum;
        ty = withMomentum.y() / momentum;
        tz = withMomentum.z() / momentum;
        path = 0;
        startX = tx;
        startY = ty;
        left = 0;
        turnedBack = false;
    }

    /** lambda = kappa q/p [1/(T mm)]. */
    double bending() {
        return Units.KAPPA * charge / momentum;
    }

    /** Goes the length s [mm] along the series, which starts here. */
    void advance(MotionSeries motion, double s) {
        motion.locate(s, end);
        moveTo(end, s);
    }

    /** Goes to a point of the path that is the length s [mm] ahead. */
    void moveTo(PathPoint point, double s) {
        double scale = 1 / Math.sqrt(point.tx * point.tx + point.ty * point.ty + point.tz * point.tz);
        x = point.x;
        y = point.y;
        z = point.z;
        tx = point.tx * scale;
        ty = point.ty * scale;
        tz = point.tz * scale;
        path += s;
    }

    /** Takes note of the present direction, at least twice per turn. */
    void noteTurn() {
        double before = left;
        left = startX * ty - startY * tx;
        turnedBack |= left * before < 0 && startX * tx + startY * ty < 0;
    }

    /** Whether the transverse direction has turned by more than half a circle since the vertex, past the opposite of the first one. */
    boolean hasTurnedBack() {
        return turnedBack;
    }

    Vec3 position() {
        return new Vec3(x, y, z);
    }

    /** The momentum vector [GeV]. */
    Vec3 momentumVector() {
        return new Vec3(tx * momentum, ty * momentum, tz * momentum);
    }
}
