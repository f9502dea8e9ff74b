package org.sagitta.kalman.propagation;

import org.sagitta.fieldmap.FieldCursor;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.FreeState;

/**
 * The Runge-Kutta-Nystrom method of fourth order (Abramowitz and Stegun 25.5.22). With c(T, B) = kappa T x B and f =
 * (q/p) c:
 *
 * <pre>
 *   k1 = f(T,            B(x))
 *   k2 = f(T + h/2 k1,   B(x + h/2 T + h^2/8 k1))
 *   k3 = f(T + h/2 k2,   same field)
 *   k4 = f(T + h k3,     B(x + h T + h^2/2 k3))
 *   x' = x + h T + h^2/6 (k1 + k2 + k3)
 *   T' = T + h/6 (k1 + 2 k2 + 2 k3 + k4), scaled to length one
 * </pre>
 *
 * <p>The derivatives go through the same formulas, dk = (q/p) kappa dT x B + d(q/p) kappa T x B: they are the exact
 * derivatives of the numerical step (L. Bugge and J. Myrheim, Nucl. Instr. Meth. 179 (1981) 365), but for the gradients
 * of the field, which are left out, and the scaling of T'.
 *
 * <p>The first field value is taken from {@link Flight#bend()}, and the last one, at the predicted end, is handed on as
 * that of the new place. The two places differ by about h^3 curvature^2 / 12: 12 um for 100 mm and 3 GeV in 3.8 T.
 */
public final class RungeKuttaNystromStepper implements Stepper {

    @Override
    public Flight step(Flight from, double h, FieldCursor field) {
        Vec3 x = from.state().position();
        Vec3 t = from.state().direction();
        double q = from.state().qOverP();
        double half = 0.5 * h;

        Vec3 b1 = from.bend();
        Vec3 c1 = t.cross(b1);
        Vec3 b2 = field.at(x.plus(half, t).plus(0.5 * half * half * q, c1)).times(Units.KAPPA);
        Vec3 c2 = t.plus(half * q, c1).cross(b2);
        Vec3 c3 = t.plus(half * q, c2).cross(b2);
        Vec3 b4 = field.at(x.plus(h, t).plus(half * h * q, c3)).times(Units.KAPPA);
        Vec3 c4 = t.plus(h * q, c3).cross(b4);

        FreeState end = new FreeState(
                x.plus(h, t).plus(h * h / 6 * q, c1.plus(c2).plus(c3)),
                t.plus(h / 6 * q, c1.plus(2, c2).plus(2, c3).plus(c4)).unit(),
                q);
        Stages stages = new Stages(h, q, b1, b2, b4, c1, c2, c3, c4);
        return new Flight(
                end,
                b4,
                stages.transport(from.byPhi()),
                stages.transport(from.byTheta()),
                stages.transport(from.byQOverP()));
    }

    /** What the derivatives need from the step: kappa B and kappa T x B of the four stages. */
    private record Stages(double h, double q, Vec3 b1, Vec3 b2, Vec3 b4, Vec3 c1, Vec3 c2, Vec3 c3, Vec3 c4) {

        Tangent transport(Tangent d) {
            Vec3 dt = d.direction();
            Vec3 k1 = slope(dt, b1, d, c1);
            Vec3 k2 = slope(dt.plus(0.5 * h, k1), b2, d, c2);
            Vec3 k3 = slope(dt.plus(0.5 * h, k2), b2, d, c3);
            Vec3 k4 = slope(dt.plus(h, k3), b4, d, c4);
            return new Tangent(
                    d.position().plus(h, dt).plus(h * h / 6, k1.plus(k2).plus(k3)),
                    dt.plus(h / 6, k1.plus(2, k2).plus(2, k3).plus(k4)),
                    d.qOverP());
        }

        private Vec3 slope(Vec3 dt, Vec3 b, Tangent d, Vec3 c) {
            return dt.cross(b).times(q).plus(d.qOverP(), c);
        }
    }
}
