package org.sagitta.kalman.vertex;

import org.sagitta.geometry.linear.Vec3;
import org.sagitta.geometry.units.Units;
import org.sagitta.kalman.state.LocalVector;

/**
 * A track through a point, seen from the beam line: its parameters at the closest approach to the z axis, and how they
 * change with the point and with direction and q/p there. Between the two the field is along z and constant.
 *
 * <p>With rho = -(q/p) kappa Bz / sin(theta) the signed transverse curvature, u = x cos(phi) + y sin(phi) and w = -x sin(phi) +
 * y cos(phi) the point seen along and across its direction, A = 1 + rho w and S^2 = A^2 + (rho u)^2:
 *
 * <pre>
 *   d0    = (2 w + rho (u^2 + w^2)) / (1 + S)
 *   phi_0 = phi - rho s,    rho s = atan2(rho u, A),    s the transverse way from the closest approach to the point
 *   z0    = z - s cot(theta)
 * </pre>
 *
 * from the centre of the circle, which is at the distance S / |rho| from the axis. All forms hold for rho = 0 too.
 */
final class HelixAtPoint {
    /** |rho| [1/mm] below which differences over rho are replaced by their limits; pT above 10^6 TeV. */
    private static final double STRAIGHT = 1e-12;

    private final double bending;
    private final Vec3 point;
    private final double phi;
    private final double theta;
    private final double qOverP;

    private final double rho;
    private final double u;
    private final double w;
    private final double a;
    private final double s2;
    private final double way;

    /**
     * @param bz field along z near the point [T]
     * @param phi azimuth of the direction of flight at the point [rad]
     */
    HelixAtPoint(double bz, Vec3 point, double phi, double theta, double qOverP) {
        this.bending = -Units.KAPPA * bz;
        this.point = point;
        this.phi = phi;
        this.theta = theta;
        this.qOverP = qOverP;
        double sin = Math.sin(phi);
        double cos = Math.cos(phi);
        this.rho = bending * qOverP / Math.sin(theta);
        this.u = point.x() * cos + point.y() * sin;
        this.w = -point.x() * sin + point.y() * cos;
        this.a = 1 + rho * w;
        this.s2 = a * a + rho * u * rho * u;
        this.way = Math.abs(rho) < STRAIGHT ? u : Math.atan2(rho * u, a) / rho;
    }

    /** d0, z0 [mm], phi, theta [rad], q/p [1/GeV] at the closest approach; phi is not folded. */
    LocalVector perigee() {
        double d0 = (2 * w + rho * (u * u + w * w)) / (1 + Math.sqrt(s2));
        return new LocalVector(d0, point.z() - way / Math.tan(theta), phi - rho * way, theta, qOverP);
    }

    /** Derivatives of {@link #perigee()} with respect to x, y, z of the point, in this order. */
    LocalVector[] byPoint() {
        double sin = Math.sin(phi);
        double cos = Math.cos(phi);
        return new LocalVector[] {by(cos, -sin, 0, 0), by(sin, cos, 0, 0), new LocalVector(0, 1, 0, 0, 0)};
    }

    /** Derivatives of {@link #perigee()} with respect to phi, theta, q/p at the point, in this order. */
    LocalVector[] byMomentum() {
        double sinTheta = Math.sin(theta);
        double cot = Math.cos(theta) / sinTheta;
        LocalVector byPhi = by(w, -u, 0, 1);
        LocalVector byTheta = by(0, 0, -rho * cot, 0).plus(new LocalVector(0, way / (sinTheta * sinTheta), 0, 1, 0));
        LocalVector byQOverP = by(0, 0, bending / sinTheta, 0).plus(new LocalVector(0, 0, 0, 0, 1));
        return new LocalVector[] {byPhi, byTheta, byQOverP};
    }

    /** The change of d0, z0 and phi_0 with changes of u, w, rho and phi, at constant theta. */
    private LocalVector by(double du, double dw, double dRho, double dPhi) {
        double s = Math.sqrt(s2);
        double dD0 = (rho * u * du + a * dw) / s + u * u / (s * (s + a)) * dRho;
        double wayByRho = Math.abs(rho) < STRAIGHT ? -u * w : (u / s2 - way) / rho;
        double dWay = (a * du - rho * u * dw) / s2 + wayByRho * dRho;
        double dTurn = (a * rho * du - rho * rho * u * dw + u * dRho) / s2;
        return new LocalVector(dD0, -dWay / Math.tan(theta), dPhi - dTurn, 0, 0);
    }
}
