package org.sagitta.geometry.linear;

/** A vector or point in the global frame: x to the centre of the ring, y up, z along the beam. */
public record Vec3(double x, double y, double z) {
    public static final Vec3 ZERO = new Vec3(0, 0, 0);

    /** The unit vector of azimuth phi [rad] and polar angle theta [rad]. */
    public static Vec3 direction(double phi, double theta) {
        double sinTheta = Math.sin(theta);
        return new Vec3(sinTheta * Math.cos(phi), sinTheta * Math.sin(phi), Math.cos(theta));
    }

    public Vec3 plus(Vec3 o) {
        return new Vec3(x + o.x, y + o.y, z + o.z);
    }

    /** This vector plus {@code scale} times another one. */
    public Vec3 plus(double scale, Vec3 o) {
        return new Vec3(x + scale * o.x, y + scale * o.y, z + scale * o.z);
    }

    public Vec3 minus(Vec3 o) {
        return new Vec3(x - o.x, y - o.y, z - o.z);
    }

    public Vec3 times(double s) {
        return new Vec3(x * s, y * s, z * s);
    }

    public double dot(Vec3 o) {
        return x * o.x + y * o.y + z * o.z;
    }

    public Vec3 cross(Vec3 o) {
        return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
    }

    public double norm() {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** Distance from the z axis. */
    public double perp() {
        return Math.sqrt(x * x + y * y);
    }

    /** Azimuth in (-pi, pi]. */
    public double phi() {
        return Math.atan2(y, x);
    }

    /** Polar angle in [0, pi]. */
    public double theta() {
        return Math.atan2(perp(), z);
    }

    /** Pseudorapidity asinh(z / perp); infinite on the z axis. */
    public double eta() {
        double cot = z / perp();
        return Math.signum(cot) * Math.log(Math.abs(cot) + Math.sqrt(cot * cot + 1));
    }

    /** This vector scaled to length one. */
    public Vec3 unit() {
        return times(1.0 / norm());
    }
}
