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

        /**
         * The derivatives at the end of the step: per stage dk = q dT x b + dq c. Written out in components, because this
         * is half of the time of a track fit.
         */
        Tangent transport(Tangent d) {
            double dq = d.qOverP();
            double tx = d.direction().x();
            double ty = d.direction().y();
            double tz = d.direction().z();
            double k1x = q * (ty * b1.z() - tz * b1.y()) + dq * c1.x();
            double k1y = q * (tz * b1.x() - tx * b1.z()) + dq * c1.y();
            double k1z = q * (tx * b1.y() - ty * b1.x()) + dq * c1.z();
            double half = 0.5 * h;
            double t2x = tx + half * k1x;
            double t2y = ty + half * k1y;
            double t2z = tz + half * k1z;
            double k2x = q * (t2y * b2.z() - t2z * b2.y()) + dq * c2.x();
            double k2y = q * (t2z * b2.x() - t2x * b2.z()) + dq * c2.y();
            double k2z = q * (t2x * b2.y() - t2y * b2.x()) + dq * c2.z();
            double t3x = tx + half * k2x;
            double t3y = ty + half * k2y;
            double t3z = tz + half * k2z;
            double k3x = q * (t3y * b2.z() - t3z * b2.y()) + dq * c3.x();
            double k3y = q * (t3z * b2.x() - t3x * b2.z()) + dq * c3.y();
            double k3z = q * (t3x * b2.y() - t3y * b2.x()) + dq * c3.z();
            double t4x = tx + h * k3x;
            double t4y = ty + h * k3y;
            double t4z = tz + h * k3z;
            double k4x = q * (t4y * b4.z() - t4z * b4.y()) + dq * c4.x();
            double k4y = q * (t4z * b4.x() - t4x * b4.z()) + dq * c4.y();
            double k4z = q * (t4x * b4.y() - t4y * b4.x()) + dq * c4.z();
            double sixth = h / 6;
            Vec3 x = d.position();
            return new Tangent(
                    new Vec3(
                            x.x() + h * (tx + sixth * (k1x + k2x + k3x)),
                            x.y() + h * (ty + sixth * (k1y + k2y + k3y)),
                            x.z() + h * (tz + sixth * (k1z + k2z + k3z))),
                    new Vec3(
                            tx + sixth * (k1x + 2 * (k2x + k3x) + k4x),
                            ty + sixth * (k1y + 2 * (k2y + k3y) + k4y),
                            tz + sixth * (k1z + 2 * (k2z + k3z) + k4z)),
                    dq);
        }
    }
}
