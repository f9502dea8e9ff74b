package org.sagitta.kalman.state;

import org.sagitta.geometry.linear.Vec3;

/**
 * A track at its closest approach to the beam line, the z axis.
 *
 * <p>{@code parameters} holds, in the order of {@link Param}: d0 = -x sin(phi) + y cos(phi) [mm], z0 = z [mm], phi and
 * theta of the direction of flight [rad], q/p [1/GeV]; (x, y, z) is the point of closest approach in the transverse
 * plane. {@code covariance} has the same order and units.
 */
public record PerigeeState(LocalVector parameters, SymMatrix5 covariance) {

    /** Transverse impact parameter [mm], positive if the beam line is on the right of the track. */
    public double d0() {
        return parameters.u();
    }

    /** z of the point of closest approach [mm]. */
    public double z0() {
        return parameters.v();
    }

    /** Azimuth in (-pi, pi]. */
    public double phi() {
        return parameters.phi();
    }

    public double theta() {
        return parameters.theta();
    }

    /** Charge over momentum [1/GeV]. */
    public double qOverP() {
        return parameters.qOverP();
    }

    /** +1 or -1. */
    public int charge() {
        return qOverP() < 0 ? -1 : 1;
    }

    /** Momentum [GeV]. */
    public double p() {
        return 1 / Math.abs(qOverP());
    }

    /** Transverse momentum [GeV]. */
    public double pt() {
        return p() * Math.sin(theta());
    }

    /** Curvature k = 1/pT [1/GeV], positive. */
    public double k() {
        return 1 / pt();
    }

    /** Pseudorapidity -ln tan(theta/2). */
    public double eta() {
        return -Math.log(Math.tan(0.5 * theta()));
    }

    /** Direction of flight. */
    public Vec3 direction() {
        return Vec3.direction(phi(), theta());
    }

    /** Momentum vector [GeV]. */
    public Vec3 momentum() {
        return direction().times(p());
    }

    /** Point of closest approach [mm]. */
    public Vec3 position() {
        return new Vec3(-d0() * Math.sin(phi()), d0() * Math.cos(phi()), z0());
    }

    /**
     * Standard deviation of k [1/GeV]. With k = |q/p| / sin(theta): dk/d(q/p) = charge / sin(theta) and
     * dk/dtheta = -k cot(theta).
     */
    public double sigmaK() {
        double sinTheta = Math.sin(theta());
        LocalVector gradient = new LocalVector(0, 0, 0, -k() * Math.cos(theta()) / sinTheta, charge() / sinTheta);
        return Math.sqrt(gradient.dot(covariance.times(gradient)));
    }
}
