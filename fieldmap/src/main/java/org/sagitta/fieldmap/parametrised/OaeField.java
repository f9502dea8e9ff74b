package org.sagitta.fieldmap.parametrised;

import org.sagitta.fieldmap.AxialField;
import org.sagitta.fieldmap.CylinderDomain;
import org.sagitta.fieldmap.FieldDomain;
import org.sagitta.fieldmap.OutOfFieldException;
import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;

/**
 * Off-axis expansion of a finite solenoid with two empirical corrections, fitted by V. Karimaki to the TOSCA computation
 * 1103l: the field that CMS track reconstruction uses in the tracker (cms-sw/cmssw,
 * MagneticField/ParametrizedEngine/src/TkBfield.cc).
 *
 * <p>With t = z - z0, lambda = L / (2a), F = (B0 / 2) sqrt(1 + (2a/L)^2), s(x) = x / sqrt(1 + x^2) and the profile on the
 * axis b(t) = F [s(lambda - t/a) + s(lambda + t/a)],
 *
 * <pre>
 *   Bz   = b - (r^2/4) b'' - g [exp(-((t - zg)/sg)^2) + exp(-((t + zg)/sg)^2)]
 *   Br   = -(r/2) b' + (r^3/16) b''' + r k t (|t| - zk)^2
 *   Bphi = 0
 * </pre>
 *
 * The solenoid part has no divergence; the two corrections are not paired, so div B and curl B are of order 1e-3 T/m.
 * Evaluated in double precision; the production code rounds to single and differs by up to 1.5e-6 T.
 *
 * <p>Domain: r <= 1.15 m, |z| <= 2.8 m, walls included (the original leaves them out; the formula is regular there).
 */
public final class OaeField implements AxialField {
    private static final double LARGEST_R = 1.15 * Units.M;
    private static final double LARGEST_Z = 2.8 * Units.M;
    private static final FieldDomain DOMAIN = CylinderDomain.symmetric(LARGEST_R, LARGEST_Z);

    private final OaeParameters p;
    private final double lambda;
    private final double amplitude;
    private final double inverseRadius;
    private final double inverseWidth;

    OaeField(OaeParameters parameters) {
        this.p = parameters;
        this.lambda = p.length() / (2 * p.radius());
        this.amplitude = 0.5 * p.b0() * Math.sqrt(1 + 1 / (lambda * lambda));
        this.inverseRadius = 1 / p.radius();
        this.inverseWidth = 1 / p.gaussWidth();
    }

    @Override
    public Vec3 at(Vec3 point) {
        if (!DOMAIN.contains(point)) {
            throw new OutOfFieldException(point, DOMAIN);
        }
        double x = point.x() / Units.M;
        double y = point.y() / Units.M;
        double r2 = x * x + y * y;
        double t = point.z() / Units.M - p.z0();

        // s and its derivatives at both arguments; the left one enters with (-1)^n, n the order of the derivative.
        double left = lambda - t * inverseRadius;
        double right = lambda + t * inverseRadius;
        double leftW2 = 1 / (1 + left * left);
        double rightW2 = 1 / (1 + right * right);
        double leftW = Math.sqrt(leftW2);
        double rightW = Math.sqrt(rightW2);
        double left1 = leftW * leftW2;
        double right1 = rightW * rightW2;
        double left2 = -3 * left * left1 * leftW2;
        double right2 = -3 * right * right1 * rightW2;
        double left3 = -3 * (1 - 4 * left * left) * left1 * leftW2 * leftW2;
        double right3 = -3 * (1 - 4 * right * right) * right1 * rightW2 * rightW2;

        double f1 = amplitude * inverseRadius;
        double f2 = f1 * inverseRadius;
        double f3 = f2 * inverseRadius;
        double b = amplitude * (left * leftW + right * rightW);
        double b1 = f1 * (right1 - left1);
        double b2 = f2 * (right2 + left2);
        double b3 = f3 * (right3 - left3);

        double below = (t + p.gaussCentre()) * inverseWidth;
        double above = (t - p.gaussCentre()) * inverseWidth;
        double gauss = p.gaussDepth() * (Math.exp(-above * above) + Math.exp(-below * below));
        double fromZero = Math.abs(t) - p.radialZero();

        double brOverR = -0.5 * b1 + r2 * b3 / 16 + p.radialStrength() * t * fromZero * fromZero;
        return new Vec3(brOverR * x, brOverR * y, b - 0.25 * r2 * b2 - gauss);
    }

    @Override
    public FieldDomain domain() {
        return DOMAIN;
    }

    @Override
    public double symmetryZ() {
        return p.z0() * Units.M;
    }

    @Override
    public double largestR() {
        return LARGEST_R;
    }

    @Override
    public double largestZ() {
        return LARGEST_Z;
    }
}
