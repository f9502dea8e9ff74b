package org.sagitta.kalman.propagation;

import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.fieldmap.MagneticField;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.surface.Plane;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.FreeState;
import org.sagitta.kalman.state.TrackState;

/**
 * Carries a track and its derivatives from plane to plane, or to the beam line, in few steps. One instance per thread.
 *
 * <p>The path to the target is estimated with a parabola and refined after each step; the last micrometres are a Taylor
 * expansion. A track that misses, loops or leaves the field is {@link Lost}; nothing is thrown.
 */
public final class Propagator {
    /** Largest path [mm] that is covered by the Taylor expansion; its error is below 1e-8 mm for p above 0.5 GeV. */
    static final double SHIFT_LIMIT = 0.2;

    /** A track that needs more steps than this is not approaching its target. */
    private static final int MAX_STEPS = 10_000;

    private final FieldCursor field;
    private final Stepper stepper;
    private final StepRule rule;

    // The field at the end of the last flight, which is where the next one usually starts.
    private Vec3 rememberedPlace = new Vec3(Double.NaN, Double.NaN, Double.NaN);
    private Vec3 rememberedBend = Vec3.ZERO;

    public Propagator(MagneticField field, Stepper stepper, StepRule rule) {
        this.field = field.cursor();
        this.stepper = stepper;
        this.rule = rule;
    }

    /** Runge-Kutta-Nystrom with the standard step rule. */
    public Propagator(MagneticField field) {
        this(field, new RungeKuttaNystromStepper(), StepRule.STANDARD);
    }

    /**
     * To the nearest crossing of a plane, forwards or backwards.
     *
     * @param start the plane in which the start parameters are given; the state must lie on it
     */
    public Propagation toPlane(FreeState from, Plane start, Plane target) {
        return propagate(from, start, new Target.ToPlane(target));
    }

    /** To the nearest crossing of a plane; the Jacobian applied to the covariance is {@link Transported#withCovariance}. */
    public Propagation toPlane(TrackState from, Plane target) {
        return toPlane(from.free(), from.surface(), target);
    }

    /**
     * To the closest approach to the z axis in the transverse plane. The parameters there are those of
     * {@link org.sagitta.kalman.state.PerigeeState}: the frame has u = (-sin(phi), cos(phi), 0) and v = (0, 0, 1).
     */
    public Propagation toBeamLine(FreeState from, Plane start) {
        return propagate(from, start, new Target.ToBeamLine());
    }

    private Propagation propagate(FreeState from, Plane start, Target target) {
        Vec3 place = from.position();
        try {
            Flight flight = Flight.from(from, bendAt(place));
            double path = 0;
            for (int n = 0; n < MAX_STEPS; n++) {
                place = flight.state().position();
                Vec3 k = curvature(flight);
                double rest = target.pathFrom(flight.state(), k);
                if (Math.abs(rest) <= SHIFT_LIMIT) {
                    return landed(flight, k, rest, start, target, path + rest);
                }
                if (!Double.isFinite(rest)) {
                    return new Lost(Lost.Reason.NO_CROSSING, place);
                }
                double h = rest / Math.ceil(Math.abs(rest) / longestStep(k));
                path += h;
                if (Math.abs(path) > rule.maxPath()) {
                    return new Lost(Lost.Reason.TOO_LONG, place);
                }
                flight = stepper.step(flight, h, field);
            }
            return new Lost(Lost.Reason.NO_CROSSING, place);
        } catch (OutOfFieldException e) {
            // The stepper asks the field at its own intermediate points; only the field can say that one is outside.
            return new Lost(Lost.Reason.OUTSIDE_FIELD, place);
        }
    }

    private Vec3 bendAt(Vec3 place) {
        return place.equals(rememberedPlace) ? rememberedBend : field.at(place).times(Units.KAPPA);
    }

    private static Vec3 curvature(Flight flight) {
        return flight.state()
                .direction()
                .cross(flight.bend())
                .times(flight.state().qOverP());
    }

    private double longestStep(Vec3 k) {
        return Math.min(rule.maxStep(), rule.maxAngle() / k.norm());
    }

    /** Covers the last path, so short that the field does not change. */
    private Transported landed(Flight flight, Vec3 k, double rest, Plane start, Target target, double path) {
        FreeState state = flight.state();
        Vec3 t = state.direction();
        Vec3 turn = k.cross(flight.bend()).times(state.qOverP());
        FreeState end = new FreeState(
                state.position().plus(rest, t).plus(0.5 * rest * rest, k).plus(rest * rest * rest / 6, turn),
                t.plus(rest, k).plus(0.5 * rest * rest, turn).unit(),
                state.qOverP());
        rememberedPlace = end.position();
        rememberedBend = flight.bend();
        Landing landing = new Landing(flight, rest, end, target);
        return new Transported(end, landing.frame(), landing.jacobian(start), path);
    }
}
