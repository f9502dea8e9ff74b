package org.sagitta.data.simulation;

import java.util.ArrayList;
import java.util.List;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.measurement.Hit;

/** One muon on its way. Mutable; lives for one call of {@link TrackSimulator#simulate}. */
final class Flight {
    final List<Hit> hits = new ArrayList<>();
    final List<SimulatedCrossing> crossings = new ArrayList<>();
    final int charge;
    Vec3 position;
    Vec3 direction;
    double momentum;
    /** Way from the vertex [mm]. */
    double path;
    /** Turn of the transverse direction since the vertex [rad], positive counter-clockwise. */
    double turned;

    Flight(int charge, Vec3 vertex, Vec3 momentum) {
        if (charge != 1 && charge != -1) {
            throw new IllegalArgumentException("muon charge = " + charge + "; allowed is +1 or -1");
        }
        this.charge = charge;
        this.position = vertex;
        this.momentum = momentum.norm();
        if (!(this.momentum > 0) || Double.isInfinite(this.momentum)) {
            throw new IllegalArgumentException("muon momentum = " + this.momentum + " GeV; must be positive");
        }
        this.direction = momentum.unit();
    }

    /** lambda = kappa q/p [1/(T mm)]. */
    double bending() {
        return Units.KAPPA * charge / momentum;
    }

    /** Goes the length s [mm] along the series, which starts here. */
    void advance(MotionSeries motion, double s) {
        position = motion.position(s);
        direction = motion.direction(s);
        path += s;
    }

    /** Counts the turn from an earlier direction to the present one, less than half a circle away. */
    void countTurn(Vec3 before) {
        turned += Math.atan2(
                before.x() * direction.y() - before.y() * direction.x(),
                before.x() * direction.x() + before.y() * direction.y());
    }

    SimulatedTrack track(TrackEnd end) {
        return new SimulatedTrack(hits, crossings, end, path, position, direction.times(momentum));
    }
}
